package dev.lindy.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The chat completions of OpenAI, as opencode uses them for every compatible provider. */
final class ChatDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SHELL = "bash";

    @Override
    public boolean speaksAt(String path) {
        return path.endsWith("/chat/completions");
    }

    @Override
    public Turn turn(JsonNode request) {
        String words = "";
        int results = 0;
        for (JsonNode message : request.path("messages")) {
            String role = message.path("role").asText();
            if (role.equals("user")) {
                words = ScriptedShells.words(message.path("content"));
                results = 0;
            } else if (role.equals("tool")) {
                results++;
            }
        }
        boolean has = false;
        for (JsonNode tool : request.path("tools")) {
            has |= tool.at("/function/name").asText().equals(SHELL);
        }
        return new Turn(words, results, has ? SHELL : "");
    }

    @Override
    public String shell(Turn turn, String command) {
        ObjectNode delta = JSON.objectNode().put("role", "assistant");
        ObjectNode call = delta.putArray("tool_calls").addObject();
        call.put("index", 0).put("id", "call" + turn.results()).put("type", "function");
        String arguments = JSON.objectNode()
                .put("command", command)
                .put("description", "run it")
                .toString();
        call.putObject("function").put("name", SHELL).put("arguments", arguments);
        return answer(delta, "tool_calls");
    }

    @Override
    public String done() {
        return answer(JSON.objectNode().put("role", "assistant").put("content", "done"), "stop");
    }

    private static String answer(ObjectNode delta, String reason) {
        ObjectNode last = chunk(JSON.objectNode(), reason);
        last.putObject("usage")
                .put("prompt_tokens", 120)
                .put("completion_tokens", 15)
                .put("total_tokens", 135);
        return "data: " + chunk(delta, null) + "\n\ndata: " + last + "\n\ndata: [DONE]\n\n";
    }

    private static ObjectNode chunk(ObjectNode delta, @Nullable String reason) {
        ObjectNode chunk = JSON.objectNode()
                .put("id", "c1")
                .put("object", "chat.completion.chunk")
                .put("created", 1)
                .put("model", "m");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", reason);
        return chunk;
    }
}
