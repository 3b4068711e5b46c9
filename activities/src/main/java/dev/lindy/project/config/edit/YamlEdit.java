package dev.lindy.project.config.edit;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Puts one value into the text of a YAML file; every character outside of the value's place stays. */
final class YamlEdit {

    private final YamlText file;
    private final String text;

    private YamlEdit(YamlText file) {
        this.file = file;
        this.text = file.text();
    }

    /**
     * The text with the value at that place.
     *
     * @param value as it stands behind the key, on one line
     * @throws RefusedEditException where that cannot be done on a line
     */
    static String set(String text, JsonPointer place, String value) throws RefusedEditException {
        return new YamlEdit(new YamlText(text)).set(place, value);
    }

    private String set(JsonPointer place, String value) throws RefusedEditException {
        Node node = file.root();
        if (node == null) {
            return append(nested(place, value, 0));
        }
        JsonPointer rest = place;
        @Nullable Node key = null;
        while (!rest.matches()) {
            if (node instanceof MappingNode mapping) {
                NodeTuple entry = entry(mapping, rest.getMatchingProperty());
                if (entry == null) {
                    return add(mapping, key == null, rest, value);
                }
                key = entry.getKeyNode();
                node = entry.getValueNode();
            } else if (node instanceof SequenceNode list) {
                node = list.getValue().get(rest.getMatchingIndex());
            } else {
                return fill(node, key, rest, value);
            }
            rest = rest.tail();
        }
        return replace(node, value);
    }

    private static @Nullable NodeTuple entry(MappingNode mapping, String name) {
        NodeTuple found = null;
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                found = entry;
            }
        }
        return found;
    }

    private String replace(Node node, String value) throws RefusedEditException {
        if (file.isEmpty(node)) {
            return splice(file.start(node), file.start(node), " " + value);
        }
        if (node instanceof ScalarNode scalar) {
            if (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED) {
                throw byHand("the value is a text of several lines");
            }
            return splice(file.start(node), file.end(node), requoted(scalar, value));
        }
        if (file.isBlock(node)) {
            return replaceBlock(node, value);
        }
        return splice(file.start(node), file.end(node), value);
    }

    /** Quotes stay as the author likes them. */
    private static String requoted(ScalarNode old, String value) {
        boolean isPlainText = !value.startsWith("\"") && !value.startsWith("[");
        if (old.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED && isPlainText) {
            return "\"" + value + "\"";
        }
        return old.getScalarStyle() == ScalarStyle.SINGLE_QUOTED && isPlainText ? "'" + value + "'" : value;
    }

    /** A list of several lines becomes one of a line, behind its key. */
    private String replaceBlock(Node node, String value) throws RefusedEditException {
        int start = file.start(node);
        int end = file.lastOf(node);
        if (text.substring(start, end).contains("#")) {
            throw byHand("the value holds comments");
        }
        int key = start;
        while (key > 0 && Character.isWhitespace(text.charAt(key - 1))) {
            key--;
        }
        if (text.charAt(key - 1) != ':') {
            throw byHand("the value does not follow its key");
        }
        return splice(key, end, " " + value);
    }

    /** A new entry of a mapping that is there. */
    private String add(MappingNode mapping, boolean isRoot, JsonPointer rest, String value) {
        if (!file.isBlock(mapping)) {
            boolean isFirst = mapping.getValue().isEmpty();
            int at = isFirst ? file.start(mapping) + 1 : file.lastOf(lastEntry(mapping));
            return splice(at, at, (isFirst ? "" : ", ") + inline(rest, value));
        }
        int column = file.column(mapping);
        if (isRoot) {
            return append(nested(rest, value, column));
        }
        int at = file.lineEnd(file.lastOf(mapping));
        return splice(at, at, file.lineSeparator() + nested(rest, value, column));
    }

    private static NodeTuple lastEntry(MappingNode mapping) {
        return mapping.getValue().get(mapping.getValue().size() - 1);
    }

    /** A section whose key is there without content. */
    private String fill(Node node, @Nullable Node key, JsonPointer rest, String value) throws RefusedEditException {
        if (!file.isEmpty(node) || key == null) {
            throw byHand("the section is no mapping");
        }
        boolean isInFlow =
                text.substring(file.start(node), file.lineEnd(file.start(node))).matches("\\s*[},].*");
        if (isInFlow) {
            return splice(file.start(node), file.start(node), " {" + inline(rest, value) + "}");
        }
        int at = file.lineEnd(file.start(node));
        return splice(at, at, file.lineSeparator() + nested(rest, value, file.column(key) + file.step()));
    }

    private String append(String lines) {
        String end = file.lineSeparator();
        boolean isSpaced = text.contains("\n\n") || text.contains("\r\n\r\n");
        String before = text.isEmpty() || text.endsWith("\n") ? "" : end;
        return text + before + (isSpaced ? end : "") + lines + end;
    }

    /** The keys and the value, each key on a line of its own. */
    private String nested(JsonPointer place, String value, int column) {
        StringBuilder lines = new StringBuilder();
        int indent = column;
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            lines.append(" ".repeat(indent))
                    .append(YamlValue.text(rest.getMatchingProperty()))
                    .append(':');
            lines.append(rest.tail().matches() ? " " + value : file.lineSeparator());
            indent += file.step();
        }
        return lines.toString();
    }

    private static String inline(JsonPointer place, String value) {
        String key = YamlValue.text(place.getMatchingProperty()) + ": ";
        return place.tail().matches() ? key + value : key + "{" + inline(place.tail(), value) + "}";
    }

    private String splice(int start, int end, String middle) {
        return text.substring(0, start) + middle + text.substring(end);
    }

    private static RefusedEditException byHand(String reason) {
        return new RefusedEditException(reason, "change it in an editor");
    }
}
