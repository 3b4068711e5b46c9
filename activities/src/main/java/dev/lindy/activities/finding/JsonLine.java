package dev.lindy.activities.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A line of an output that may be JSON. */
public final class JsonLine {

    private final ObjectMapper json = new ObjectMapper();

    /** The object of this line, or a missing node where it is none. */
    public JsonNode read(String line) {
        if (!line.startsWith("{")) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(line);
        } catch (JsonProcessingException notOne) {
            return MissingNode.getInstance();
        }
    }
}
