package dev.lindy.project.config;

import dev.lindy.project.config.GatesConfig.Structural;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Params of the structural gate: the config's, which a plan may change but not soften where secrets are at stake. */
final class StructuralParams {
    private static final String MAX_FILE_LINES = "max_file_lines";
    private static final String BOUNDARY = "enforce_module_boundary";
    private static final String PATTERNS = "sensitive_patterns";

    private StructuralParams() {}

    static Map<String, Object> merge(Structural config, Map<String, Object> plan) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put(
                MAX_FILE_LINES,
                plan.get(MAX_FILE_LINES) instanceof Integer lines && lines > 0 ? lines : config.maxFileLines());
        params.put(BOUNDARY, plan.get(BOUNDARY) instanceof Boolean enforce ? enforce : config.enforceModuleBoundary());
        Set<String> patterns = new LinkedHashSet<>(config.sensitivePatterns());
        patterns.addAll(texts(plan.get(PATTERNS)));
        params.put(PATTERNS, List.copyOf(patterns));
        return params;
    }

    static Structural rules(Map<String, Object> params) {
        Map<String, Object> full = merge(Structural.defaults(), Map.of());
        full.putAll(params);
        return new Structural(
                full.get(MAX_FILE_LINES) instanceof Integer lines
                        ? lines
                        : Structural.defaults().maxFileLines(),
                !Boolean.FALSE.equals(full.get(BOUNDARY)),
                texts(full.get(PATTERNS)));
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
