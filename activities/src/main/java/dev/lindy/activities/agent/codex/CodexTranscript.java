package dev.lindy.activities.agent.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.agent.JsonEvents;
import dev.lindy.activities.prompt.Excerpt;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What Codex's events say; of several turns the last counts. */
final class CodexTranscript {

    private static final int MAX_TEXT = 50_000;

    private @Nullable String session;
    private @Nullable String failure;
    private String lastError = "";
    private String lastWords = "";
    private String declined = "";
    private boolean completed;
    private long inputTokens;
    private long outputTokens;

    static CodexTranscript of(Path stdout) {
        CodexTranscript transcript = new CodexTranscript();
        new JsonEvents().read(stdout, transcript::event);
        return transcript;
    }

    private void event(JsonNode event) {
        switch (event.path("type").asText()) {
            case "thread.started" -> named(event.path("thread_id").asText());
            case "turn.started" -> begun();
            case "item.completed" -> item(event.path("item"));
            case "turn.completed" -> completed(event.path("usage"));
            case "turn.failed" -> failed(event.path("error").path("message").asText());
            case "error" -> lastError = event.path("message").asText();
            default -> {}
        }
    }

    private void named(String thread) {
        session = JsonEvents.isSession(thread) ? thread : session;
    }

    private void begun() {
        completed = false;
        failure = null;
        lastError = "";
    }

    private void item(JsonNode item) {
        if (item.path("type").asText().equals("agent_message")) {
            lastWords = Excerpt.of(item.path("text").asText(), MAX_TEXT);
        }
        if (item.path("status").asText().equals("declined")) {
            declined = item.path("type").asText();
        }
    }

    private void completed(JsonNode usage) {
        completed = true;
        failure = null;
        inputTokens = JsonEvents.count(usage.path("input_tokens"));
        outputTokens = JsonEvents.count(usage.path("output_tokens"));
    }

    private void failed(String message) {
        completed = false;
        failure = message.isBlank() ? lastError : message;
    }

    @Nullable
    String session() {
        return session;
    }

    /** Whether the last turn came to its end. */
    boolean isCompleted() {
        return completed;
    }

    /** Why the last turn failed, or null where no event says that it did. */
    @Nullable
    String failure() {
        return failure;
    }

    /** The last error that was announced, or empty; it need not have been the end. */
    String lastError() {
        return lastError;
    }

    /** Kind of the action that was refused, or empty. */
    String declined() {
        return declined;
    }

    String lastWords() {
        return lastWords;
    }

    long inputTokens() {
        return inputTokens;
    }

    long outputTokens() {
        return outputTokens;
    }
}
