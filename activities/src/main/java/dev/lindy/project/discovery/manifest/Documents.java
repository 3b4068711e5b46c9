package dev.lindy.project.discovery.manifest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.lindy.document.DocumentReader;
import dev.lindy.document.SourceDocument;
import dev.lindy.project.discovery.tree.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Manifests in languages with a library: JSON, YAML and TOML. What cannot be read is empty. */
public final class Documents {

    private Documents() {}

    public static Optional<SourceDocument> read(String text, String file) {
        return Optional.ofNullable(DocumentReader.read(text, file).document());
    }

    public static JsonNode toml(String text) {
        try {
            return new TomlMapper().readTree(text);
        } catch (IOException broken) {
            return MissingNode.getInstance();
        }
    }

    /** The texts of a list; anything else in it is left out. */
    public static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> {
            if (item.isTextual()) {
                texts.add(item.textValue());
            }
        });
        return texts;
    }

    public static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** One dependency for each key of a mapping. */
    public static List<Dependency> keysOf(SourceDocument document, String file, String... path) {
        JsonPointer pointer = JsonPointer.empty();
        for (String step : path) {
            pointer = pointer.appendProperty(step);
        }
        List<Dependency> found = new ArrayList<>();
        for (String key : keys(document.node(pointer))) {
            int line = document.keyAt(pointer.appendProperty(key)).line();
            found.add(new Dependency(key, null, new Place(file, line)));
        }
        return found;
    }
}
