package dev.lindy.project.config.edit;

import dev.lindy.document.DocumentReader;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The text of a YAML file and where in it its nodes stand, in characters. A byte order mark is no part of it. */
final class YamlText {

    static final int DEFAULT_STEP = 2;

    private static final Pattern ALIAS = Pattern.compile("\\s*:\\s*\\*[^\\s,\\[\\]{}]+");

    private final String text;
    private final @Nullable Node root;

    YamlText(String text) {
        this.text = text;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(DocumentReader.MAX_CHARS);
        options.setTagInspector(tag -> true); // nothing is made of the nodes, so a tag names nothing
        this.root = new Yaml(options).compose(new StringReader(text));
    }

    String text() {
        return text;
    }

    /** The top node, or null where the file holds comments at most. */
    @Nullable
    Node root() {
        return root;
    }

    int start(Node node) {
        return offset(node.getStartMark());
    }

    int end(Node node) {
        return offset(node.getEndMark());
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    int column(Node node) {
        return node.getStartMark().getColumn();
    }

    boolean isBlock(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK;
    }

    /** End of the last character that belongs to the node; comments and blank lines behind it do not. */
    int lastOf(Node node) {
        if (isBlock(node)
                && node instanceof MappingNode mapping
                && !mapping.getValue().isEmpty()) {
            return lastOf(mapping.getValue().get(mapping.getValue().size() - 1));
        }
        if (isBlock(node)
                && node instanceof SequenceNode list
                && !list.getValue().isEmpty()) {
            Node last = list.getValue().get(list.getValue().size() - 1);
            return start(last) < start(node) ? end(node) : lastOf(last);
        }
        int end = end(node);
        while (end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The same for an entry; an alias is the node that it names, so its own place is behind the key. */
    int lastOf(NodeTuple entry) {
        int key = end(entry.getKeyNode());
        if (start(entry.getValueNode()) >= key) {
            return lastOf(entry.getValueNode());
        }
        Matcher alias = ALIAS.matcher(text).region(key, text.length());
        return alias.lookingAt() ? alias.end() : key;
    }

    /** End of the line, before its line end. */
    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        if (end < 0) {
            return text.length();
        }
        return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    String lineSeparator() {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /** By how much the file indents its sections. */
    int step() {
        if (root instanceof MappingNode mapping && isBlock(root)) {
            for (NodeTuple entry : mapping.getValue()) {
                Node value = entry.getValueNode();
                if (value instanceof MappingNode && isBlock(value) && column(value) > 0) {
                    return column(value);
                }
            }
        }
        return DEFAULT_STEP;
    }

    /** Whether nothing is written there. */
    boolean isEmpty(Node node) {
        return node instanceof ScalarNode && start(node) == end(node);
    }
}
