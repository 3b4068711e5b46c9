package dev.lindy.activities.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.payload.Payloads;
import dev.lindy.run.Outcome;
import dev.lindy.state.Redactor;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What an agent said about its own run.
 *
 * @param failure how the attempt failed, or null where the agent ended well
 * @param sessionId conversation that can be continued, or null
 * @param costUsd of this invocation alone
 * @param structured the structured answer as JSON text, or null
 * @param text last words of the agent, at most 50,000 characters, head and tail kept
 */
public record AgentReading(
        @Nullable Outcome failure,
        @Nullable String sessionId,
        double costUsd,
        long inputTokens,
        long outputTokens,
        @Nullable String structured,
        String text) {

    /** The same reading without secrets; it goes to Temporal, reports and the screen. */
    public AgentReading redacted(Redactor redactor) {
        try {
            ObjectMapper json = Payloads.mapper();
            return json.treeToValue(redactor.redact(json.<JsonNode>valueToTree(this)), AgentReading.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("could not take secrets out of a reading", e);
        }
    }

    /**
     * The reading for an Activity that was not canceled: what ended the program came from outside of its run, for
     * instance {@code lindy down --force}, and the attempt goes on later.
     */
    public AgentReading withoutCancel() {
        if (!(failure instanceof Outcome.Canceled)) {
            return this;
        }
        Outcome interrupted = new Outcome.Interrupted(failure.message());
        return new AgentReading(interrupted, sessionId, costUsd, inputTokens, outputTokens, structured, text);
    }
}
