package dev.lindy.workflow;

import dev.lindy.activity.AgentResult;
import dev.lindy.run.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of the agents that the config names for a task is asked. Where one is used up, missing or not logged in, the
 * next does the same attempt; after the last one the first is asked again, when a quota is back or a person has
 * helped. Without others to ask, as in every run of before, it changes nothing.
 */
final class Failover {

    private int index;
    private int left;
    private boolean anyQuota;
    private @Nullable Instant earliest;

    /** Which agent is to be asked: 0 for the chosen one. */
    int index() {
        return index;
    }

    void asked(AgentResult result) {
        left = result.failoverLeft();
    }

    /** Whether somebody else does the attempt now. */
    boolean takesOver(Outcome outcome) {
        if (!isHopeless(outcome)) {
            forget();
            return false;
        }
        if (outcome instanceof Outcome.Quota quota) {
            anyQuota = true;
            earliest = earlier(earliest, quota.until());
        }
        if (left <= 0) {
            return false;
        }
        index++;
        return true;
    }

    /** The outcome after which nobody is left: a quota that comes back by itself is better than a person. */
    Outcome afterAll(Outcome outcome) {
        return isHopeless(outcome) && index > 0 && anyQuota ? new Outcome.Quota(outcome.message(), earliest) : outcome;
    }

    /** Begins with the chosen agent again; tells whether it was another one before. */
    boolean restart() {
        boolean wasOther = index > 0;
        index = 0;
        forget();
        return wasOther;
    }

    private void forget() {
        anyQuota = false;
        earliest = null;
    }

    private static boolean isHopeless(Outcome outcome) {
        return outcome instanceof Outcome.Quota
                || outcome instanceof Outcome.AuthMissing
                || outcome instanceof Outcome.AgentNotInstalled;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
