package dev.lindy.project.scan;

import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ProjectConfig;
import java.nio.file.Path;

/** The gates of a checkout: those of its config, and the one for layers where ARCHITECTURE.md declares some. */
public final class ProjectGates {

    private ProjectGates() {}

    public static GateCatalog of(ProjectConfig config, Path project) {
        Architecture architecture =
                config.gates().layerCheck().enabled() ? ArchitectureFile.read(project) : Architecture.none();
        return new GateCatalog(config, module -> hasLayers(config, architecture, module));
    }

    /** A task of the whole project has those of all modules. */
    private static boolean hasLayers(ProjectConfig config, Architecture architecture, String module) {
        return ModuleConfig.isReserved(module)
                ? config.moduleNames().stream()
                        .anyMatch(name -> !architecture.layersOf(name).isEmpty())
                : !architecture.layersOf(module).isEmpty();
    }
}
