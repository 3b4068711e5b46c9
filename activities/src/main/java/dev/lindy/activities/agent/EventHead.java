package dev.lindy.activities.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The short texts near the top of an event, also of one whose line is cut: what a sense for life looks at. */
public final class EventHead {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_VALUE = 500;
    private static final int MAX_FIELDS = 100;
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> fields = new HashMap<>();

    private EventHead() {}

    /** Reads what is there of a line; nothing where it is no JSON object. */
    public static EventHead of(String line) {
        EventHead head = new EventHead();
        if (line.startsWith("{")) {
            try (JsonParser parser = JSON.createParser(line)) {
                head.read(parser);
            } catch (IOException e) {
                return head; // a cut line or no JSON: what was read so far counts
            }
        }
        return head;
    }

    private void read(JsonParser parser) throws IOException {
        Deque<String> path = new ArrayDeque<>();
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructStart()) {
                depth++;
                if (depth <= MAX_DEPTH && depth > 1) {
                    path.addLast(String.valueOf(parser.currentName()));
                }
            } else if (token.isStructEnd()) {
                if (depth <= MAX_DEPTH && depth > 1) {
                    path.removeLast();
                }
                depth--;
            } else if (token == JsonToken.VALUE_STRING && depth <= MAX_DEPTH && fields.size() < MAX_FIELDS) {
                keep(path, parser);
            }
        }
    }

    private void keep(Deque<String> path, JsonParser parser) throws IOException {
        String name = path.isEmpty()
                ? String.valueOf(parser.currentName())
                : String.join(".", path) + "." + parser.currentName();
        String value = parser.getText();
        if (value.length() <= MAX_VALUE) {
            fields.putIfAbsent(name, value);
        }
    }

    /** The text at a dotted path, or empty where there is none. */
    public String text(String path) {
        return fields.getOrDefault(path, "");
    }
}
