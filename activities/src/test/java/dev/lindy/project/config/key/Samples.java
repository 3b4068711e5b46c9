package dev.lindy.project.config.key;

import dev.lindy.project.config.key.ValueType.Choice;
import dev.lindy.project.config.key.ValueType.Command;
import dev.lindy.project.config.key.ValueType.Count;
import dev.lindy.project.config.key.ValueType.Dollars;
import dev.lindy.project.config.key.ValueType.Flag;
import dev.lindy.project.config.key.ValueType.Texts;
import java.util.ArrayList;
import java.util.List;

/** Small config files around one key. */
public final class Samples {

    /** What lists need to be read at all. */
    private static final String MODULE = "modules: [{name: api, path: api}]\n";

    private Samples() {}

    /** A file that holds one module, one gate and nothing else but the key. */
    static String file(ConfigKey key, String value) {
        String path = key.path().replace("<module>", "api");
        if (path.startsWith("modules[].")) {
            return "modules: [{%s}]\n".formatted(item(path, value, "name: api", "path: api"));
        }
        if (path.startsWith("qa_gates.custom[].")) {
            return MODULE + "qa_gates: {custom: [{%s}]}\n".formatted(item(path, value, "name: unit", "command: make"));
        }
        String[] parts = path.split("\\.");
        StringBuilder text = new StringBuilder(MODULE);
        for (int i = 0; i < parts.length; i++) {
            text.append("  ".repeat(i)).append(parts[i]).append(i < parts.length - 1 ? ":\n" : ": " + value + "\n");
        }
        return text.toString();
    }

    private static String item(String path, String value, String... required) {
        String name = path.substring(path.indexOf("[].") + 3);
        List<String> entries = new ArrayList<>();
        for (String entry : required) {
            if (!entry.startsWith(name + ":")) {
                entries.add(entry);
            }
        }
        int dot = name.indexOf('.');
        entries.add(
                dot < 0
                        ? name + ": " + value
                        : "%s: {%s: %s}".formatted(name.substring(0, dot), name.substring(dot + 1), value));
        return String.join(", ", entries);
    }

    /** A value that is allowed and not the default, as YAML. */
    public static String other(ConfigKey key) {
        ValueType type = key.type();
        if (type instanceof Choice choice) {
            return choice.words().stream()
                    .filter(word -> !word.equals(key.fallback()) && !word.equals("claude_cli"))
                    .findFirst()
                    .orElseThrow();
        }
        if (type instanceof Flag) {
            return String.valueOf(!Boolean.TRUE.equals(key.fallback()));
        }
        if (type instanceof Count count) {
            return String.valueOf(
                    key.fallback() instanceof Integer number
                            ? (number + 1 <= count.most() ? number + 1 : number - 1)
                            : Math.min(700, count.most()));
        }
        if (type instanceof Dollars) {
            return "1.5";
        }
        if (type instanceof Texts) {
            if (key.path().equals("generator.failover")) {
                return "[codex_cli]";
            }
            return key.path().endsWith("modules") ? "[api]" : "[OTHER]";
        }
        return type instanceof Command ? "make other" : "other";
    }

    /** Values that are refused, as YAML. */
    static List<String> wrong(ConfigKey key) {
        ValueType type = key.type();
        if (type instanceof Choice) {
            return List.of("telepathy", "[a]", "7");
        }
        if (type instanceof Flag) {
            return List.of("maybe", "[true]", "7");
        }
        if (type instanceof Count count) {
            List<String> wrong = new ArrayList<>(List.of("many", "1.5", String.valueOf(count.least() - 1L)));
            wrong.add(String.valueOf(count.most() + 1L));
            return wrong;
        }
        if (type instanceof Dollars) {
            return List.of("0", "-1", "much");
        }
        if (type instanceof Texts) {
            return List.of("7", "[7]", "{a: b}");
        }
        return type instanceof Command ? List.of("[]", "7", "' '") : List.of("7", "[a]", "{a: b}");
    }
}
