package dev.lindy.activities.agent.claude;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lindy.process.LifeSense;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows from a {@code stream-json} stream whether a tool is running or a retry is announced. Reads what is
 * there of a cut line.
 */
public final class StreamSense implements LifeSense {

    private static final int MAX_OPEN = 1_000;
    private static final Pattern BLOCK = Pattern.compile("/message/content/\\d+/(?:type|id|tool_use_id)");

    private final JsonFactory json = new JsonFactory();
    private final Set<String> open = new LinkedHashSet<>();
    private boolean retrying;

    @Override
    public void line(String line) {
        if (!line.startsWith("{")) {
            return;
        }
        Event event = new Event();
        try (JsonParser parser = json.createParser(line)) {
            event.read(parser);
        } catch (IOException e) {
            // a cut line or no JSON: what was read so far counts
        }
        event.endBlock();
        retrying = event.type.equals("system") && event.subtype.equals("api_retry");
        if (event.type.equals("result")) {
            open.clear();
        }
    }

    @Override
    public boolean isBusy() {
        return retrying || !open.isEmpty();
    }

    private final class Event {
        private String type = "";
        private String subtype = "";
        private String blockType = "";
        private String blockId = "";

        void read(JsonParser parser) throws IOException {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.VALUE_STRING && depth == 1) {
                    field(parser.currentName(), parser.getText());
                } else if (token == JsonToken.VALUE_STRING && depth == 4) {
                    block(parser);
                } else if (token == JsonToken.END_OBJECT && depth == 3) {
                    endBlock();
                }
            }
        }

        private void field(String name, String value) {
            if (name.equals("type")) {
                type = value;
            } else if (name.equals("subtype")) {
                subtype = value;
            }
        }

        private void block(JsonParser parser) throws IOException {
            if (!BLOCK.matcher(parser.getParsingContext().pathAsPointer().toString())
                    .matches()) {
                return;
            }
            String value = parser.getText();
            switch (parser.currentName()) {
                case "type" -> blockType = value;
                case "id" -> blockId = value;
                default -> open.remove(value);
            }
        }

        void endBlock() {
            if (blockType.equals("tool_use") && !blockId.isEmpty() && open.size() < MAX_OPEN) {
                open.add(blockId);
            }
            blockType = "";
            blockId = "";
        }
    }
}
