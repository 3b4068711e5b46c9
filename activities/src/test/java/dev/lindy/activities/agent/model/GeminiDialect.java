package dev.lindy.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The API of Gemini. */
final class GeminiDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SHELL = "run_shell_command";

    @Override
    public boolean speaksAt(String path) {
        return path.endsWith("enerateContent");
    }

    @Override
    public Turn turn(JsonNode request) {
        String words = "";
        int results = 0;
        for (JsonNode content : request.path("contents")) {
            boolean isResult = false;
            for (JsonNode part : content.path("parts")) {
                isResult |= part.has("functionResponse");
            }
            if (isResult) {
                results++;
            } else if (content.path("role").asText().equals("user")) {
                words = ScriptedShells.words(content.path("parts"));
                results = 0;
            }
        }
        boolean has = false;
        for (JsonNode tool : request.path("tools")) {
            for (JsonNode function : tool.path("functionDeclarations")) {
                has |= function.path("name").asText().equals(SHELL);
            }
        }
        return new Turn(words, results, has ? SHELL : "");
    }

    @Override
    public String shell(Turn turn, String command) {
        ObjectNode part = JSON.objectNode();
        part.putObject("functionCall")
                .put("name", SHELL)
                .putObject("args")
                .put("command", command)
                .put("description", "run it");
        return answer(part);
    }

    @Override
    public String done() {
        return answer(JSON.objectNode().put("text", "done"));
    }

    private static String answer(ObjectNode part) {
        ObjectNode answer = JSON.objectNode();
        ObjectNode candidate = answer.putArray("candidates").addObject();
        candidate.putObject("content").put("role", "model").putArray("parts").add(part);
        candidate.put("finishReason", "STOP").put("index", 0);
        answer.putObject("usageMetadata")
                .put("promptTokenCount", 120)
                .put("candidatesTokenCount", 15)
                .put("totalTokenCount", 135);
        answer.put("modelVersion", "m");
        return "data: " + answer + "\n\n";
    }
}
