package dev.lindy.activities.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lindy.activities.agent.JsonEvents;
import dev.lindy.activities.prompt.Excerpt;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What Gemini's events say; of several results the last counts. */
final class GeminiTranscript {

    private static final int MAX_TEXT = 50_000;

    private final StringBuilder words = new StringBuilder();
    private @Nullable String session;
    private JsonNode result = MissingNode.getInstance();
    private String denied = "";

    static GeminiTranscript of(Path stdout) {
        GeminiTranscript transcript = new GeminiTranscript();
        new JsonEvents().read(stdout, transcript::event);
        return transcript;
    }

    private void event(JsonNode event) {
        switch (event.path("type").asText()) {
            case "init" -> named(event.path("session_id").asText());
            case "message" -> message(event);
            case "tool_use" -> words.setLength(0);
            case "tool_result" -> toolResult(event);
            case "result" -> result = event;
            default -> {}
        }
    }

    private void named(String name) {
        session = JsonEvents.isSession(name) ? name : session;
    }

    // comes in pieces; a piece that is none begins anew
    private void message(JsonNode event) {
        if (!event.path("role").asText().equals("assistant")) {
            return;
        }
        if (!event.path("delta").asBoolean()) {
            words.setLength(0);
        }
        if (words.length() < 4 * MAX_TEXT) {
            words.append(event.path("content").asText());
        }
    }

    private void toolResult(JsonNode event) {
        String kind = event.path("error").path("type").asText();
        if (kind.equals("policy_violation") || kind.equals("permission_denied")) {
            denied = Excerpt.line(event.path("error").path("message").asText(kind), 200);
        }
    }

    @Nullable
    String session() {
        return session;
    }

    boolean hasResult() {
        return result.isObject();
    }

    boolean isSuccess() {
        return result.path("status").asText().equals("success");
    }

    /** What the last result says went wrong, or empty. */
    String error() {
        return result.path("error").path("message").asText();
    }

    /** Why a tool was refused, or empty. */
    String denied() {
        return denied;
    }

    String lastWords() {
        return Excerpt.of(words.toString(), MAX_TEXT);
    }

    long inputTokens() {
        return JsonEvents.count(result.path("stats").path("input_tokens"));
    }

    long outputTokens() {
        return JsonEvents.count(result.path("stats").path("output_tokens"));
    }
}
