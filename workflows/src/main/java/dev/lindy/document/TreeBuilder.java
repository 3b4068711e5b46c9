package dev.lindy.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass over a parser's tokens. Aliases share the node of their anchor, so that they cost nothing. */
final class TreeBuilder {
    static final int MAX_DEPTH = 100;
    /** Nodes that a reader of the tree can meet, aliases counted as often as they are used. */
    static final long MAX_NODES = 1_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MERGE_KEY = "<<";

    private final JsonParser parser;
    private final Map<JsonPointer, Position> values = new HashMap<>();
    private final Map<JsonPointer, Position> keys = new HashMap<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final List<DocumentProblem> duplicates = new ArrayList<>();
    private long nodes;

    /** A node and how many nodes a reader meets in it. */
    private record Anchored(JsonNode node, long nodes) {}

    TreeBuilder(JsonParser parser) {
        this.parser = parser;
    }

    SourceDocument build() throws IOException {
        JsonNode root = parser.nextToken() == null ? NODES.nullNode() : value(JsonPointer.empty(), 0);
        if (parser.nextToken() != null) {
            throw problem("there is more text after the end of the document", "keep one document in the file");
        }
        return new SourceDocument(root, values, keys, duplicates);
    }

    private JsonNode value(JsonPointer here, int depth) throws IOException {
        values.putIfAbsent(here, position());
        if (isAlias()) {
            return resolve(parser.getText());
        }
        if (depth > MAX_DEPTH) {
            throw problem("the text is nested more than " + MAX_DEPTH + " levels deep", null);
        }
        @Nullable String anchor = parser instanceof YAMLParser yaml ? yaml.getObjectId() : null;
        long before = nodes;
        count(1);
        JsonNode node = content(here, depth);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, nodes - before));
        }
        return node;
    }

    private JsonNode content(JsonPointer here, int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(here, depth);
            case START_ARRAY -> array(here, depth);
            case VALUE_STRING -> NODES.textNode(whole(parser.getText()));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            default -> throw problem("a value of this kind cannot be used here", "write it as text, in quotes");
        };
    }

    /** Half a character can be read from JSON, and nobody can write it down again. */
    private String whole(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw problem(
                        "the text holds half a character, `\\u%04x`".formatted((int) c), "write both halves, or none");
            }
        }
        return text;
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private ArrayNode array(JsonPointer here, int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(here.appendIndex(array.size()), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonPointer here, int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        List<JsonNode> merged = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = whole(parser.currentName());
            Position at = position();
            JsonPointer place = here.appendProperty(name);
            keys.putIfAbsent(place, at);
            parser.nextToken();
            JsonNode value = value(place, depth + 1);
            if (parser instanceof YAMLParser && name.equals(MERGE_KEY) && value.isContainerNode()) {
                merged.add(value);
            } else if (object.replace(name, value) != null) {
                duplicates.add(new DocumentProblem(
                        "`" + name + "` is given twice; the last one counts", at, "remove one of the two"));
            }
        }
        merged.forEach(source -> merge(object, source));
        return object;
    }

    private static void merge(ObjectNode object, JsonNode source) {
        if (source.isObject()) {
            source.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue()));
        } else {
            source.forEach(
                    part -> part.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue())));
        }
    }

    private boolean isAlias() throws IOException {
        return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    }

    private JsonNode resolve(String anchor) {
        Anchored anchored = anchors.get(anchor);
        if (anchored == null) {
            throw problem("`*" + anchor + "` refers to nothing", "define `&" + anchor + "` before its first use");
        }
        count(anchored.nodes());
        return anchored.node();
    }

    private void count(long more) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw problem("the text stands for more than 1,000,000 values", "make it smaller, or use fewer aliases");
        }
    }

    private Position position() {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0));
    }

    private NotADocument problem(String message, @Nullable String hint) {
        return new NotADocument(new DocumentProblem(message, position(), hint));
    }

    /** Ends a pass over a text that is no document. */
    static final class NotADocument extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient DocumentProblem problem;

        NotADocument(DocumentProblem problem) {
            super(problem.message());
            this.problem = problem;
        }

        DocumentProblem problem() {
            return problem;
        }
    }
}
