package dev.lindy.project.discovery.analysis;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.discovery.tree.Folder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives modules their names: those that they have already, else the folder's, longer where that is taken. */
final class ModuleNames {

    private final String project;
    private final List<KnownModule> known;
    private final Set<String> taken = new HashSet<>();

    ModuleNames(String project, List<KnownModule> known) {
        this.project = project;
        this.known = List.copyOf(known);
        known.forEach(module -> taken.add(fold(module.name())));
    }

    String name(Folder folder) {
        for (KnownModule module : known) {
            if (module.path().equals(folder.path())) {
                return module.name();
            }
        }
        String last = folder.path().isEmpty() ? slug(project) : slug(folder.name());
        String whole =
                folder.path().isEmpty() ? last + "-project" : slug(folder.path().replace('/', '-'));
        String name = free(last) ? last : whole;
        for (int i = 2; !free(name); i++) {
            name = whole + "-" + i;
        }
        taken.add(fold(name));
        return name;
    }

    private boolean free(String name) {
        return !ModuleConfig.isReserved(name) && !taken.contains(fold(name));
    }

    // names become file names, and not every disk tells cases apart
    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String slug(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return plain.isEmpty() ? "module" : plain;
    }
}
