package dev.lindy.activities.gate.shape;

import dev.lindy.project.config.ModuleConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which configured module a path belongs to: the innermost one, never the project as a whole. */
public final class ModuleFolders {

    private final List<ModuleConfig> deepestFirst;

    public ModuleFolders(List<ModuleConfig> modules) {
        deepestFirst = modules.stream()
                .sorted(Comparator.comparingInt(
                                (ModuleConfig module) -> module.folder().length())
                        .reversed())
                .toList();
    }

    /** The module that holds a file or folder; a module at the project's root holds what no other does. */
    Optional<ModuleConfig> owner(String path) {
        return deepestFirst.stream()
                .filter(module -> !path.startsWith("../") && holds(module.folder(), path))
                .findFirst();
    }

    static boolean holds(String folder, String path) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }
}
