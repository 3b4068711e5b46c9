package dev.lindy.project.config;

import dev.lindy.project.config.key.ConfigKey;
import dev.lindy.project.config.key.ConfigKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Warns about keys that ask for something and change nothing, with the reason. A key that says its default asks for
 * nothing; a section without any live key is told once.
 */
final class UnusedKeys {

    private UnusedKeys() {}

    static void warn(Findings findings) {
        Map<String, ConfigValue> told = new LinkedHashMap<>();
        List<ConfigValue> values = findings.values();
        for (ConfigValue value : values) {
            value.description()
                    .filter(key -> !key.isLive() && value.isWritten() && asks(value, key, values))
                    .ifPresent(key -> told.putIfAbsent(subject(value, key), value));
        }
        told.forEach((subject, value) -> {
            String reason = value.description().map(ConfigKey::unused).orElseThrow();
            findings.unused(value.position(), "`" + subject + "` has no effect: " + reason);
        });
    }

    private static boolean asks(ConfigValue value, ConfigKey key, List<ConfigValue> values) {
        return !Objects.equals(text(value.value()), text(fallback(key, values)));
    }

    private static @Nullable Object fallback(ConfigKey key, List<ConfigValue> values) {
        return values.stream()
                .filter(other -> other.key().equals(key.inherits()))
                .findFirst()
                .map(ConfigValue::value)
                .orElse(key.fallback());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.equals("") ? null : value.toString();
    }

    private static String subject(ConfigValue value, ConfigKey key) {
        boolean hasLiveSibling =
                ConfigKeys.list().stream().anyMatch(other -> other.section().equals(key.section()) && other.isLive());
        return hasLiveSibling ? value.key() : key.section();
    }
}
