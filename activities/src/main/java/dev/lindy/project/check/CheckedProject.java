package dev.lindy.project.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.lindy.project.config.ConfigValue;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.file.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project to look at.
 *
 * @param root folder of the project
 * @param configName the config file as people know it
 * @param values of the config, for the places of keys
 * @param environment of the caller, to find programs with
 */
public record CheckedProject(
        Path root, String configName, ProjectConfig config, List<ConfigValue> values, Map<String, String> environment) {

    public CheckedProject {
        values = List.copyOf(values);
        environment = Map.copyOf(environment);
    }

    ProjectFiles files() {
        return new ProjectFiles(root);
    }

    /** The place of a key for the start of a message: file, line and column, or the file alone. */
    String at(String key) {
        return values.stream()
                .filter(value -> value.isWritten() && value.key().equals(key))
                .findFirst()
                .map(value -> "%s:%d:%d: "
                        .formatted(
                                configName,
                                value.position().line(),
                                value.position().column()))
                .orElse(configName + ": ");
    }

    /** The first key of a section that the file says something about. */
    Optional<String> firstBelow(String section) {
        return values.stream()
                .filter(value -> value.isWritten() && value.key().startsWith(section))
                .map(ConfigValue::key)
                .findFirst();
    }

    /** The place of a key of a list item, found by the place of the item. */
    String at(JsonPointer item, String key) {
        JsonPointer place = item.appendProperty(key);
        return values.stream()
                .filter(value -> value.isWritten() && value.place().equals(place))
                .findFirst()
                .map(value -> at(value.key()))
                .orElse(configName + ": ");
    }

    /** Where the gates stand, in the order of {@code config().gates().custom()}. */
    List<JsonPointer> gatePlaces() {
        return values.stream()
                .filter(value -> value.description()
                        .filter(key -> key.path().equals("qa_gates.custom[].name"))
                        .isPresent())
                .map(value -> value.place().head())
                .toList();
    }
}
