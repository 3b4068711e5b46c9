package dev.lindy.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed text and where in it each node stands. Aliases are resolved; an empty text has a null root. */
public final class SourceDocument {
    private final JsonNode root;
    private final Map<JsonPointer, Position> values;
    private final Map<JsonPointer, Position> keys;
    private final List<DocumentProblem> duplicates;

    SourceDocument(
            JsonNode root,
            Map<JsonPointer, Position> values,
            Map<JsonPointer, Position> keys,
            List<DocumentProblem> duplicates) {
        this.root = root;
        this.values = values;
        this.keys = keys;
        this.duplicates = List.copyOf(duplicates);
    }

    /** A document that does not exist in any file: all positions are unknown. */
    public static SourceDocument withoutText(JsonNode root) {
        return new SourceDocument(root, Map.of(), Map.of(), List.of());
    }

    public JsonNode root() {
        return root;
    }

    /** The node there, or a missing node. */
    public JsonNode node(JsonPointer pointer) {
        JsonNode node = root.at(pointer);
        return node == null ? MissingNode.getInstance() : node;
    }

    /** Where the value starts; for a value that stands nowhere itself, where the nearest one around it starts. */
    public Position at(JsonPointer pointer) {
        for (JsonPointer place = pointer; place != null; place = place.head()) {
            Position position = values.get(place);
            if (position != null) {
                return position;
            }
        }
        return Position.UNKNOWN;
    }

    /** Where the name of the property starts, or else its value. */
    public Position keyAt(JsonPointer pointer) {
        @Nullable Position position = keys.get(pointer);
        return position == null ? at(pointer) : position;
    }

    /** Keys given twice in one object; the last one counts. */
    public List<DocumentProblem> duplicates() {
        return duplicates;
    }
}
