package dev.lindy.activities.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lindy.activities.prompt.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a stream of the {@code stream-json} dialect says, collected line by line. Lines that are no JSON object
 * are left out, whatever they hold; of several results the last counts.
 */
final class Transcript {

    /** Longest line that is read; longer ones are as good as missing. */
    static final int MAX_LINE = 16 * 1024 * 1024;
    /** Most text that is kept of the agent's last words. */
    static final int MAX_TEXT = 50_000;

    /** It is going to be an argument, and part of a result. */
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,199}");

    private static final JsonNode NOTHING = MissingNode.getInstance();

    /** A line of a few MB may else become objects of some hundred. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxTokenCount(500_000).build();

    private final ObjectMapper mapper =
            new ObjectMapper(JsonFactory.builder().streamReadConstraints(LIMITS).build());
    private @Nullable String sessionId;
    private JsonNode result = NOTHING;
    private String lastWords = "";
    private String apiError = "";
    private long quotaResetsAt;
    private double costSinceResults;
    private boolean costsBySlice;

    static Transcript of(Path file) {
        Transcript transcript = new Transcript();
        try (InputStream in = Files.newInputStream(file)) {
            new LineFeed(MAX_LINE).read(in, transcript::line);
        } catch (NoSuchFileException e) {
            return transcript;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the agent's output in " + file, e);
        }
        return transcript;
    }

    void line(String line) {
        if (!line.startsWith("{")) {
            return;
        }
        try {
            event(mapper.readTree(line));
        } catch (JsonProcessingException e) {
            // not ours: agents print what they like between events
        }
    }

    private void event(@Nullable JsonNode event) {
        if (event == null || !event.isObject()) {
            return;
        }
        String session = event.path("session_id").asText();
        if (SESSION.matcher(session).matches()) {
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
                costSinceResults += amount(model.path("costUSD"));
            }
        }
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
        return costsBySlice ? costSinceResults : amount(result.path("total_cost_usd"));
    }

    long inputTokens() {
        JsonNode usage = result.path("usage");
        return count(usage.path("input_tokens"))
                + count(usage.path("cache_creation_input_tokens"))
                + count(usage.path("cache_read_input_tokens"));
    }

    long outputTokens() {
        return count(result.path("usage").path("output_tokens"));
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

    private static double amount(JsonNode number) {
        double value = number.asDouble();
        return Double.isFinite(value) && value > 0 ? value : 0;
    }

    private static long count(JsonNode number) {
        return Math.max(0, number.asLong());
    }
}
