package dev.lindy.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One message of the model as server-sent events. */
final class SseAnswer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final StringBuilder events = new StringBuilder();

    static String text(String id, String model, String text) {
        ObjectNode block = JSON.objectNode().put("type", "text").put("text", "");
        ObjectNode delta = JSON.objectNode().put("type", "text_delta").put("text", text);
        return new SseAnswer().message(id, model, block, delta, "end_turn");
    }

    static String tool(String id, String model, String name, JsonNode input) {
        return tool(id, model, name, input, "tool_use");
    }

    static String tool(String id, String model, String name, JsonNode input, String stop) {
        ObjectNode block = JSON.objectNode()
                .put("type", "tool_use")
                .put("id", "toolu_" + id)
                .put("name", name);
        block.set("input", JSON.objectNode());
        ObjectNode delta = JSON.objectNode().put("type", "input_json_delta").put("partial_json", input.toString());
        return new SseAnswer().message(id, model, block, delta, stop);
    }

    private String message(String id, String model, ObjectNode block, ObjectNode delta, String stop) {
        ObjectNode message = JSON.objectNode()
                .put("id", "msg_" + id)
                .put("type", "message")
                .put("role", "assistant")
                .put("model", model);
        message.set("content", JSON.arrayNode());
        message.putNull("stop_reason").putNull("stop_sequence");
        message.set("usage", usage(100, 1));
        ObjectNode start = JSON.objectNode();
        start.set("message", message);
        event("message_start", start);
        ObjectNode blockStart = JSON.objectNode().put("index", 0);
        blockStart.set("content_block", block);
        event("content_block_start", blockStart);
        ObjectNode blockDelta = JSON.objectNode().put("index", 0);
        blockDelta.set("delta", delta);
        event("content_block_delta", blockDelta);
        event("content_block_stop", JSON.objectNode().put("index", 0));
        ObjectNode end = JSON.objectNode();
        end.set("delta", JSON.objectNode().put("stop_reason", stop).putNull("stop_sequence"));
        end.set("usage", usage(100, 20));
        event("message_delta", end);
        event("message_stop", JSON.objectNode());
        return events.toString();
    }

    private static ObjectNode usage(int input, int output) {
        return JSON.objectNode().put("input_tokens", input).put("output_tokens", output);
    }

    private void event(String type, ObjectNode data) {
        data.put("type", type);
        events.append("event: ").append(type).append('\n');
        events.append("data: ").append(data).append("\n\n");
    }
}
