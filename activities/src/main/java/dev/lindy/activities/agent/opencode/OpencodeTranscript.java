package dev.lindy.activities.agent.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lindy.activities.agent.JsonEvents;
import dev.lindy.activities.prompt.Excerpt;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What opencode's events say. It has no event for the end: the last step that stops of itself is the result. */
final class OpencodeTranscript {

    private static final int MAX_TEXT = 50_000;

    private @Nullable String session;
    private JsonNode error = MissingNode.getInstance();
    private String lastWords = "";
    private String denied = "";
    private boolean finished;
    private double costUsd;
    private long inputTokens;
    private long outputTokens;

    static OpencodeTranscript of(Path stdout) {
        OpencodeTranscript transcript = new OpencodeTranscript();
        new JsonEvents().read(stdout, transcript::event);
        return transcript;
    }

    private void event(JsonNode event) {
        String name = event.path("sessionID").asText();
        session = JsonEvents.isSession(name) ? name : session;
        switch (event.path("type").asText()) {
            case "step_start" -> finished = false;
            case "text" ->
                lastWords = Excerpt.of(event.path("part").path("text").asText(), MAX_TEXT);
            case "tool_use" -> tool(event.path("part"));
            case "step_finish" -> step(event.path("part"));
            case "error" -> failed(event.path("error"));
            default -> {}
        }
    }

    private void tool(JsonNode part) {
        String why = part.path("state").path("error").asText();
        if (why.contains("rejected permission") || why.contains("prevents you from using")) {
            denied = part.path("tool").asText("a tool");
        }
    }

    private void step(JsonNode part) {
        String reason = part.path("reason").asText();
        finished = reason.equals("stop") || reason.equals("end_turn");
        error = MissingNode.getInstance();
        costUsd += JsonEvents.amount(part.path("cost"));
        JsonNode tokens = part.path("tokens");
        inputTokens += JsonEvents.count(tokens.path("input"))
                + JsonEvents.count(tokens.path("cache").path("read"))
                + JsonEvents.count(tokens.path("cache").path("write"));
        outputTokens += JsonEvents.count(tokens.path("output")) + JsonEvents.count(tokens.path("reasoning"));
    }

    private void failed(JsonNode what) {
        error = what;
        finished = false;
    }

    @Nullable
    String session() {
        return session;
    }

    boolean isFinished() {
        return finished;
    }

    /** The last error that no step came after, or a missing node. */
    JsonNode error() {
        return error;
    }

    String errorMessage() {
        String message = error.path("data").path("message").asText();
        return message.isBlank() ? error.path("name").asText("an error without a name") : message;
    }

    /** The tool that was refused last, or empty. */
    String denied() {
        return denied;
    }

    String lastWords() {
        return lastWords;
    }

    double costUsd() {
        return costUsd;
    }

    /** Whether it may have cost what no event tells: models without a known price cost 0. */
    boolean isCostUnknown() {
        return session != null && (costUsd == 0 || !finished);
    }

    long inputTokens() {
        return inputTokens;
    }

    long outputTokens() {
        return outputTokens;
    }
}
