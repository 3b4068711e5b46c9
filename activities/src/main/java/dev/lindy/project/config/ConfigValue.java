package dev.lindy.project.config;

import com.fasterxml.jackson.core.JsonPointer;
import dev.lindy.document.Position;
import dev.lindy.project.config.key.ConfigKey;
import dev.lindy.project.config.key.ConfigKeys;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one key came to.
 *
 * @param place in the file, also where the file does not hold it
 * @param key dotted, with the index of list items: {@code modules[0].path}
 * @param value text, whole number, number, flag or list of texts; null for nothing
 * @param position of the key, unknown where the file does not hold it
 * @param isWritten whether the file says it
 */
public record ConfigValue(
        JsonPointer place, String key, @Nullable Object value, Position position, boolean isWritten) {

    public ConfigValue {
        value = value instanceof List<?> list ? List.copyOf(list) : value;
    }

    /** The description of the key. */
    public Optional<ConfigKey> description() {
        return ConfigKeys.at(place);
    }
}
