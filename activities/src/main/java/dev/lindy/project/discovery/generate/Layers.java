package dev.lindy.project.discovery.generate;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Layers of a module, innermost first, as its framework names them. Of a module that has sources, only those count that
 * are there: a rule about folders that do not exist is noise.
 */
final class Layers {

    private static final List<String> SERVICE = List.of("models", "schemas", "services", "routes", "main");
    private static final List<String> COMPONENTS = List.of("types", "hooks", "components", "pages", "app");
    private static final Map<String, List<String>> PRESETS = presets();

    private Layers() {}

    /** The line of ARCHITECTURE.md; empty where fewer than two layers are there. */
    static Optional<String> of(ModuleProfile module) {
        List<String> preset = module.technologies().stream()
                .filter(PRESETS::containsKey)
                .map(PRESETS::get)
                .findFirst()
                .orElse(List.of());
        Set<String> present = names(module.tree());
        List<String> layers = preset.stream()
                .filter(layer -> present.isEmpty() || present.contains(layer))
                .toList();
        return layers.size() < 2
                ? Optional.empty()
                : Optional.of("**%s/**: %s".formatted(Page.plain(module.name()), String.join(" → ", layers)));
    }

    /** Folders, and files without their extensions. */
    private static Set<String> names(String tree) {
        return tree.lines()
                .map(line -> line.strip().replaceAll("/$|\\.\\w+$", ""))
                .collect(Collectors.toSet());
    }

    private static Map<String, List<String>> presets() {
        Map<String, List<String>> presets = new TreeMap<>();
        presets.put("FastAPI", SERVICE);
        presets.put("Flask", SERVICE);
        presets.put("Django", List.of("models", "serializers", "views", "urls", "wsgi"));
        presets.put("Express", List.of("models", "middleware", "routes", "controllers", "app"));
        presets.put("React", COMPONENTS);
        presets.put("Next.js", COMPONENTS);
        presets.put("Vue", List.of("types", "composables", "components", "views", "router"));
        presets.put("Spring", List.of("entities", "repositories", "services", "controllers", "application"));
        return Collections.unmodifiableMap(presets);
    }
}
