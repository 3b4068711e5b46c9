package dev.lindy.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.lindy.run.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt left behind.
 *
 * @param failure how it failed, or null where the agent ended well and the gates decide
 * @param candidate commit to be judged, or null where the attempt has none
 * @param base commit that the candidate is compared with
 * @param changed whether candidate and base differ as trees
 * @param branch branch of the task, or null before it is claimed
 * @param costUsd as far as it is known
 * @param notes what people should know, for instance foreign refs that moved
 * @param model that was asked for, or null where the agent chose
 * @param costUnknown whether it may have cost more than {@code costUsd}
 * @param failoverLeft how many other agents the config names that could do this attempt, if this one could not
 */
public record AgentResult(
        @Nullable Outcome failure,
        @Nullable String candidate,
        @Nullable String base,
        boolean changed,
        String agent,
        @Nullable String sessionId,
        double costUsd,
        @Nullable String branch,
        List<String> notes,
        @Nullable String model,
        boolean costUnknown,
        int failoverLeft) {

    @JsonCreator
    public AgentResult {
        notes = List.copyOf(notes);
    }

    /** The result of an agent that chose its model, told its cost and has nobody to take over. */
    public AgentResult(
            @Nullable Outcome failure,
            @Nullable String candidate,
            @Nullable String base,
            boolean changed,
            String agent,
            @Nullable String sessionId,
            double costUsd,
            @Nullable String branch,
            List<String> notes) {
        this(failure, candidate, base, changed, agent, sessionId, costUsd, branch, notes, null, false, 0);
    }
}
