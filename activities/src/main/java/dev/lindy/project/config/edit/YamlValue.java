package dev.lindy.project.config.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lindy.document.DocumentReader;
import dev.lindy.document.DocumentReading;
import dev.lindy.project.config.key.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A value as a person typed it, written as YAML that fits on the line of its key. */
final class YamlValue {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_./][A-Za-z0-9_./@+-]*( [A-Za-z0-9_./@+-]+)*");
    private static final Pattern NUMBER_LIKE = Pattern.compile("\\.(inf|nan|[0-9_]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
    /** Words that YAML readers of some version take for something else than text. */
    private static final Set<String> NO_TEXT = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "~");

    private YamlValue() {}

    /** The text after the colon. What is wrong for the type is written as text, so that the loader can refuse it. */
    static String of(ValueType type, String typed) {
        String value = typed.strip();
        if (type instanceof ValueType.Count && WHOLE.matcher(value).matches()) {
            return value;
        }
        if (type instanceof ValueType.Dollars && DECIMAL.matcher(value).matches()) {
            return value;
        }
        if (type instanceof ValueType.Flag && (value.equals("true") || value.equals("false"))) {
            return value;
        }
        if (type instanceof ValueType.Texts) {
            return list(value.startsWith("[") ? items(value) : split(value));
        }
        if (type instanceof ValueType.Command && value.startsWith("[")) {
            return list(items(value));
        }
        return text(type instanceof ValueType.Text ? typed : value);
    }

    /** The text, in quotes where it could be read as something else. */
    static String text(String text) {
        boolean isPlain = PLAIN.matcher(text).matches()
                && !NUMBER_LIKE.matcher(text).matches()
                && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT));
        return isPlain ? text : quoted(text);
    }

    // every string of JSON is one of YAML
    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static String list(List<String> items) {
        return "[" + String.join(", ", items.stream().map(YamlValue::text).toList()) + "]";
    }

    private static List<String> split(String value) {
        return value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    private static List<String> items(String value) {
        DocumentReading reading = DocumentReader.read(value, "value.yaml");
        List<String> items = new ArrayList<>();
        if (reading.document() == null || !reading.document().root().isArray()) {
            return split(value);
        }
        for (JsonNode item : reading.document().root()) {
            items.add(item.asText());
        }
        return items;
    }
}
