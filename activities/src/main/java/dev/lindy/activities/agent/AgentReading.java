package dev.lindy.activities.agent;

import dev.lindy.run.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What an agent said about its own run.
 *
 * @param failure how the attempt failed, or null where the agent ended well
 * @param sessionId conversation that can be continued, or null
 * @param costUsd of this invocation alone, as far as it is known
 * @param structured the structured answer as JSON text, or null
 * @param text last words of the agent, at most 50,000 characters, head and tail kept
 * @param costUnknown whether it may have cost more than {@code costUsd}
 */
public record AgentReading(
        @Nullable Outcome failure,
        @Nullable String sessionId,
        double costUsd,
        long inputTokens,
        long outputTokens,
        @Nullable String structured,
        String text,
        boolean costUnknown) {

    /** What is left of an agent that was not started. */
    public static AgentReading refused(Outcome why) {
        return new AgentReading(why, null, 0, 0, 0, null, "", false);
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
        return new AgentReading(
                interrupted, sessionId, costUsd, inputTokens, outputTokens, structured, text, costUnknown);
    }
}
