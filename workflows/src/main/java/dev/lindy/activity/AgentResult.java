package dev.lindy.activity;

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
 * @param notes what people should know, for instance foreign refs that moved
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
        List<String> notes) {

    public AgentResult {
        notes = List.copyOf(notes);
    }
}
