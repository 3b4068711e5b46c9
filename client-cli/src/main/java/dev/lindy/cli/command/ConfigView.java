package dev.lindy.cli.command;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.ConfigFile;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.document.NearMiss;
import dev.lindy.project.config.ConfigValue;
import dev.lindy.project.config.edit.KeyPath;
import dev.lindy.project.config.key.ConfigKey;
import java.util.List;
import java.util.Optional;

/** The values of a config that holds together, and where each comes from. */
final class ConfigView {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ConfigFile file;
    private final List<ConfigValue> values;

    ConfigView(ConfigFile file) {
        this.file = file;
        this.values = file.reading().values();
    }

    void print(Console console, boolean origin) {
        if (!origin) {
            values.forEach(value -> console.data(Sanitizer.line(value.key()) + ": "
                    + Sanitizer.line(node(value).toString())));
            return;
        }
        TextTable table = new TextTable("KEY", "VALUE", "FROM");
        for (ConfigValue value : values) {
            table.row(
                    new Cell(Style.LITERAL, Sanitizer.line(value.key())),
                    Cell.of(Sanitizer.line(node(value).toString())),
                    Cell.of(Sanitizer.line(origin(value))));
        }
        table.lines(console.dataColors()).forEach(console::data);
    }

    /** The value of one key, as a shell can use it: texts without quotes. */
    String text(String key) {
        JsonNode value = node(find(key));
        return Sanitizer.block(value.isNull() ? "" : value.isTextual() ? value.textValue() : value.toString());
    }

    ObjectNode json(String key) {
        return json(find(key));
    }

    /** The form of {@code config show --json}. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("config", file.name());
        ArrayNode array = json.putArray("values");
        values.forEach(value -> array.add(json(value)));
        return json;
    }

    private ObjectNode json(ConfigValue value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("key", value.key());
        json.set("value", node(value));
        ConfigValue source = source(value);
        json.put("origin", source.isWritten() ? "file" : "default");
        json.put("from", source.key());
        json.put("line", source.isWritten() ? source.position().line() : null);
        json.put("hasEffect", value.description().map(ConfigKey::isLive).orElse(true));
        return json;
    }

    private ConfigValue find(String key) {
        Optional<JsonPointer> place = KeyPath.in(tree(), key);
        return values.stream()
                .filter(value -> place.filter(value.place()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> UserProblem.usage(
                        "there is no key `%s`".formatted(Sanitizer.line(key)),
                        NearMiss.of(key, values.stream().map(ConfigValue::key).toList())
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("see them all with `lindy config show`")));
    }

    /** What the values make up, so that names of list items can be looked up. */
    private JsonNode tree() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (ConfigValue value : values) {
            JsonPointer parent = value.place().head();
            boolean isItem =
                    parent != null && parent.last() != null && parent.last().getMatchingIndex() >= 0;
            if (isItem && value.key().endsWith(".name")) {
                root.withArray(parent.head()).addObject().set("name", node(value));
            }
        }
        return root;
    }

    private String origin(ConfigValue value) {
        ConfigValue source = source(value);
        String place = source.isWritten()
                ? "%s:%d".formatted(file.name(), source.position().line())
                : "default";
        return source.equals(value) ? place : source.key() + ", " + place;
    }

    /** The value that counts: its own, or that of the key which it inherits from. */
    private ConfigValue source(ConfigValue value) {
        if (value.isWritten()) {
            return value;
        }
        String inherited = value.description().map(ConfigKey::inherits).orElse(null);
        return values.stream()
                .filter(other -> other.key().equals(inherited) && !other.equals(value))
                .findFirst()
                .map(this::source)
                .filter(ConfigValue::isWritten)
                .orElse(value);
    }

    private static JsonNode node(ConfigValue value) {
        return MAPPER.valueToTree(value.value());
    }
}
