package dev.lindy.project.discovery.coupling;

import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.manifest.Manifest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds modules by folder and by the names that others call them by. A name that two modules have means neither. */
final class ModuleMap {

    private final List<DetectedModule> deepestFirst;

    ModuleMap(List<DetectedModule> modules) {
        this.deepestFirst = modules.stream()
                .sorted(Comparator.comparingInt(
                                (DetectedModule module) -> module.folder().level())
                        .reversed())
                .toList();
    }

    List<DetectedModule> all() {
        return deepestFirst;
    }

    /** The module that a file or folder belongs to: the innermost one. */
    Optional<DetectedModule> owner(String path) {
        return deepestFirst.stream().filter(module -> module.holds(path)).findFirst();
    }

    Optional<DetectedModule> at(String folder) {
        return deepestFirst.stream()
                .filter(module -> module.path().equals(folder))
                .findFirst();
    }

    /** Modules by the names in their manifests of one ecosystem. */
    Map<String, DetectedModule> byName(String ecosystem) {
        return unique((module, names) -> module.manifests().stream()
                .filter(manifest -> manifest.ecosystem().equals(ecosystem))
                .map(Manifest::names)
                .forEach(names::addAll));
    }

    /** Modules by names that are collected from each of them. */
    Map<String, DetectedModule> unique(BiConsumer<DetectedModule, Set<String>> collector) {
        Map<String, DetectedModule> byName = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (DetectedModule module : deepestFirst) {
            Set<String> names = new HashSet<>();
            collector.accept(module, names);
            for (String name : names) {
                if (byName.put(name, module) != null) {
                    ambiguous.add(name);
                }
            }
        }
        byName.keySet().removeAll(ambiguous);
        return byName;
    }
}
