package dev.lindy.activities.agent.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lindy.activities.agent.JsonEvents;
import dev.lindy.activities.prompt.Excerpt;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a stream of the {@code stream-json} dialect says, collected line by line. Lines that are no JSON object
 * are left out, whatever they hold; of several results the last counts.
 */
final class Transcript {

    /** Most text that is kept of the agent's last words. */
    static final int MAX_TEXT = 50_000;

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private @Nullable String sessionId;
    private JsonNode result = NOTHING;
    private String lastWords = "";
    private String apiError = "";
    private long quotaResetsAt;
    private double costSinceResults;
    private boolean costsBySlice;

    static Transcript of(Path file) {
        Transcript transcript = new Transcript();
        new JsonEvents().read(file, transcript::event);
        return transcript;
    }

    private void event(JsonNode event) {
        String session = event.path("session_id").asText();
        if (JsonEvents.isSession(session)) {
            sessionId = session;
        }
        switch (event.path("type").asText()) {
            case "assistant" -> assistant(event);
            case "rate_limit_event" -> rateLimit(event.path("rate_limit_info"));
            case "result" -> result(event);
            default -> {}
        }
    }

    private void assistant(JsonNode event) {
        apiError = event.path("error").asText();
        if (!event.path("parent_tool_use_id").asText("").isEmpty()) {
            return;
        }
        for (JsonNode block : event.path("message").path("content")) {
            String text = block.path("text").asText();
            if (!text.isBlank()) {
                lastWords = Excerpt.of(text, MAX_TEXT);
            }
        }
    }

    private void rateLimit(JsonNode info) {
        boolean rejected = info.path("status").asText().equals("rejected");
        quotaResetsAt = rejected ? info.path("resetsAt").asLong() : 0;
    }

    private void result(JsonNode event) {
        result = event;
        JsonNode slice = event.path("model_usage_since_last_result");
        if (slice.isObject()) {
            costsBySlice = true;
            for (JsonNode model : slice) {
                costSinceResults += JsonEvents.amount(model.path("costUSD"));
            }
        }
    }

    /** Whether the invocation may have cost what no event tells: it came to no result, or to one without a cost. */
    boolean isCostUnknown() {
        return hasResult() ? !costsBySlice && !result.path("total_cost_usd").isNumber() : sessionId != null;
    }

    /** Whether there was a result at all. */
    boolean hasResult() {
        return result.isObject();
    }

    /** The last result, or a missing node. */
    JsonNode result() {
        return result;
    }

    /** The conversation that the agent named last, or null. */
    @Nullable
    String sessionId() {
        return sessionId;
    }

    /** The kind of API error in the last message, for instance {@code rate_limit}, or empty. */
    String apiError() {
        return apiError;
    }

    /** Epoch seconds when a used-up quota is back, or 0 where the provider did not say. */
    long quotaResetsAt() {
        return quotaResetsAt;
    }

    /**
     * Cost of this invocation: the slices since each result where the CLI tells them, because newer ones give
     * the conversation's running total as {@code total_cost_usd} after a resume; else that total, which is
     * too high rather than too low.
     */
    double costUsd() {
        return costsBySlice ? costSinceResults : JsonEvents.amount(result.path("total_cost_usd"));
    }

    long inputTokens() {
        JsonNode usage = result.path("usage");
        return JsonEvents.count(usage.path("input_tokens"))
                + JsonEvents.count(usage.path("cache_creation_input_tokens"))
                + JsonEvents.count(usage.path("cache_read_input_tokens"));
    }

    long outputTokens() {
        return JsonEvents.count(result.path("usage").path("output_tokens"));
    }

    /** The structured answer as JSON text, or null. */
    @Nullable
    String structured() {
        JsonNode answer = result.path("structured_output");
        return answer.isMissingNode() || answer.isNull() ? null : answer.toString();
    }

    /** The result's text, else its errors, else the last words of the agent. */
    String text() {
        String words = result.path("result").asText("");
        if (!words.isBlank()) {
            return Excerpt.of(words, MAX_TEXT);
        }
        StringBuilder errors = new StringBuilder();
        for (JsonNode error : result.path("errors")) {
            errors.append(errors.isEmpty() ? "" : "\n").append(error.asText());
        }
        return errors.isEmpty() ? lastWords : Excerpt.of(errors.toString(), MAX_TEXT);
    }
}
