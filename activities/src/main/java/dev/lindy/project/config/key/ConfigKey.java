package dev.lindy.project.config.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key that a project config may hold.
 *
 * @param path dotted; {@code []} stands for each item of a list, {@code <module>} for the name of a module
 * @param fallback what counts where the file does not say: text, number, flag or list; null for nothing
 * @param inherits key whose value counts where the file does not say, or null
 * @param isRequired whether the file has to say
 * @param meaning one sentence without full stop
 * @param unused why the value changes nothing, lower-case and without full stop, or null for a live key
 */
public record ConfigKey(
        String path,
        ValueType type,
        @Nullable Object fallback,
        @Nullable String inherits,
        boolean isRequired,
        String meaning,
        @Nullable String unused) {

    static ConfigKey of(String path, ValueType type, @Nullable Object fallback, String meaning) {
        return new ConfigKey(path, type, fallback, null, false, meaning, null);
    }

    static ConfigKey text(String path, @Nullable Object fallback, String meaning) {
        return of(path, new ValueType.Text(), fallback, meaning);
    }

    static ConfigKey choice(String path, @Nullable Object fallback, List<String> words, String meaning) {
        return of(path, new ValueType.Choice(words), fallback, meaning);
    }

    static ConfigKey flag(String path, boolean fallback, String meaning) {
        return of(path, new ValueType.Flag(), fallback, meaning);
    }

    static ConfigKey count(String path, @Nullable Object fallback, int least, int most, String meaning) {
        return of(path, new ValueType.Count("", least, most), fallback, meaning);
    }

    static ConfigKey seconds(String path, @Nullable Object fallback, String meaning) {
        return of(path, new ValueType.Count("seconds", 1, Integer.MAX_VALUE), fallback, meaning);
    }

    static ConfigKey texts(String path, List<String> fallback, String meaning) {
        return of(path, new ValueType.Texts(), fallback, meaning);
    }

    ConfigKey required() {
        return new ConfigKey(path, type, fallback, inherits, true, meaning, unused);
    }

    ConfigKey inheriting(String key) {
        return new ConfigKey(path, type, fallback, key, isRequired, meaning, unused);
    }

    ConfigKey unused(String reason) {
        return new ConfigKey(path, type, fallback, inherits, isRequired, meaning, reason);
    }

    public boolean isLive() {
        return unused == null;
    }

    /** The first part of the path: the section of the file that holds the key. */
    public String section() {
        return parts().get(0);
    }

    /** The path in parts; {@code []} is a part of its own. */
    public List<String> parts() {
        return List.of(path.replace("[]", ".[]").split("\\."));
    }

    /** The default in words, as tables and the schema show it. */
    public String fallbackWords() {
        if (isRequired) {
            return "required";
        }
        if (inherits != null) {
            return "that of `" + inherits + "`";
        }
        if (fallback == null || fallback.equals("") || fallback.equals(List.of())) {
            return "none";
        }
        return fallback instanceof List<?> list
                ? String.join(", ", list.stream().map(item -> "`" + item + "`").toList())
                : "`" + fallback + "`";
    }
}
