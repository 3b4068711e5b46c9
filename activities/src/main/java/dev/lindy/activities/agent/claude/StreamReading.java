package dev.lindy.activities.agent.claude;

import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.ErrorOutput;
import org.jspecify.annotations.Nullable;

/** Reads what a program of the {@code stream-json} dialect left, with bounded memory. */
public final class StreamReading {

    private final OutcomeRules rules;

    /** Speaks of the agent under this name. */
    public StreamReading(String agent, AgentHints hints) {
        this.rules = new OutcomeRules(agent, hints);
    }

    /** What the program left. */
    public AgentReading of(AgentOutput output) {
        Transcript transcript = Transcript.of(output.stdout());
        ErrorOutput stderr = ErrorOutput.of(output.stderr());
        return new AgentReading(
                rules.failure(output, transcript, stderr),
                session(output, transcript, stderr.tail()),
                transcript.costUsd(),
                transcript.inputTokens(),
                transcript.outputTokens(),
                transcript.structured(),
                transcript.text(),
                transcript.isCostUnknown());
    }

    private static @Nullable String session(AgentOutput output, Transcript transcript, String stderr) {
        if (CliComplaint.isUnknownConversation(stderr) || isUnknown(transcript)) {
            return null;
        }
        if (transcript.sessionId() != null) {
            return transcript.sessionId();
        }
        return CliComplaint.isKnownConversation(stderr) ? output.newSession() : output.resumedSession();
    }

    private static boolean isUnknown(Transcript transcript) {
        return transcript.result().path("is_error").asBoolean()
                && CliComplaint.isUnknownConversation(transcript.text());
    }
}
