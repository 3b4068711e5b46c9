package dev.lindy.project.check;

import dev.lindy.project.config.ConfigValue;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folders of modules: there, inside the project, and one module each. */
final class ModuleCheck {

    private final CheckedProject project;
    private final List<ModuleConfig> modules;
    private final List<Finding> found = new ArrayList<>();

    private ModuleCheck(CheckedProject project) {
        this.project = project;
        this.modules = project.config().modules();
    }

    static List<Finding> of(CheckedProject project) {
        ModuleCheck check = new ModuleCheck(project);
        if (project.values().stream().noneMatch(ConfigValue::isWritten)) {
            check.found.add(Finding.warning(
                    "%s: the file says nothing, so there are no modules".formatted(project.configName()),
                    "name them under `modules`, or let `lindy onboard` find them"));
        }
        for (int i = 0; i < check.modules.size(); i++) {
            check.folder(i);
            check.others(i);
        }
        return check.found;
    }

    private void folder(int index) {
        ModuleConfig module = modules.get(index);
        String place = project.at("modules[" + index + "].path");
        ProjectFiles files = project.files();
        Optional<Path> outside = files.exit(module.path());
        if (outside.isPresent()) {
            found.add(Finding.problem(
                    "%sthe folder of module `%s` leads out of the project, to `%s`"
                            .formatted(place, module.name(), outside.get()),
                    "put a folder there in place of the symbolic link"));
        } else if (!Files.isDirectory(project.root().resolve(module.path()))) {
            boolean isFile = Files.exists(project.root().resolve(module.path()), LinkOption.NOFOLLOW_LINKS);
            found.add(Finding.problem(
                    "%smodule `%s`: %s `%s`"
                            .formatted(
                                    place,
                                    module.name(),
                                    isFile ? "no folder, but a file, is" : "there is no folder",
                                    module.path()),
                    "make the folder, or mend `path`"));
        }
    }

    /** Each pair of modules is told once, at the later one. */
    private void others(int index) {
        ModuleConfig module = modules.get(index);
        for (ModuleConfig earlier : modules.subList(0, index)) {
            String place = project.at("modules[" + index + "].path");
            if (isSame(earlier, module)) {
                found.add(Finding.problem(
                        "%smodules `%s` and `%s` have the same folder `%s`"
                                .formatted(place, earlier.name(), module.name(), module.path()),
                        "make one module of them"));
            } else if (isInside(module, earlier)) {
                overlap(place, module, earlier);
            } else if (isInside(earlier, module)) {
                overlap(place, earlier, module);
            }
            if (earlier.name().equalsIgnoreCase(module.name())) {
                found.add(Finding.warning(
                        "%smodules `%s` and `%s` differ in case alone"
                                .formatted(project.at("modules[" + index + "].name"), earlier.name(), module.name()),
                        "give one of them another name"));
            }
        }
    }

    private void overlap(String place, ModuleConfig inner, ModuleConfig outer) {
        found.add(Finding.warning(
                "%smodule `%s` lies inside module `%s`: changes there belong to both"
                        .formatted(place, inner.name(), outer.name()),
                null));
    }

    private boolean isSame(ModuleConfig one, ModuleConfig other) {
        return one.folder().equals(other.folder()) || real(one).equals(real(other));
    }

    private static boolean isInside(ModuleConfig inner, ModuleConfig outer) {
        return !outer.isRoot() && inner.folder().startsWith(outer.folder() + "/");
    }

    private Path real(ModuleConfig module) {
        Path folder = project.root().resolve(module.folder());
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }
}
