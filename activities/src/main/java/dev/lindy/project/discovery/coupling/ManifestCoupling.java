package dev.lindy.project.discovery.coupling;

import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.manifest.Manifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A manifest asks for another module, by its folder or by its name. */
final class ManifestCoupling {

    private final ModuleMap modules;

    ManifestCoupling(ModuleMap modules) {
        this.modules = modules;
    }

    void collect(Hits hits) {
        Map<String, Map<String, DetectedModule>> byEcosystem = new HashMap<>();
        for (DetectedModule module : modules.all()) {
            for (Manifest manifest : module.manifests()) {
                Map<String, DetectedModule> names = byEcosystem.computeIfAbsent(manifest.ecosystem(), modules::byName);
                for (Dependency dependency : manifest.dependencies()) {
                    target(dependency, names)
                            .ifPresent(target -> hits.add(
                                    module,
                                    target,
                                    Interface.LIBRARY,
                                    "dependency of the build",
                                    new Evidence(dependency.place(), dependency.name())));
                }
            }
        }
    }

    private Optional<DetectedModule> target(Dependency dependency, Map<String, DetectedModule> names) {
        String folder = dependency.folder();
        if (folder == null) {
            return Optional.ofNullable(names.get(dependency.name()));
        }
        // projects of a build that is not at the top are named from the build's folder
        return modules.at(folder)
                .or(() -> modules.all().stream()
                        .filter(module -> module.path().endsWith("/" + folder))
                        .findFirst());
    }
}
