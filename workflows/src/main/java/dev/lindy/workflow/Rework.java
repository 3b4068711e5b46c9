package dev.lindy.workflow;

import dev.lindy.policy.AttemptPolicy;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what follows from an attempt's outcome. Pure; the whole table of outcomes is in {@link #after}. */
final class Rework {

    /** What a task does next. */
    sealed interface Next {
        /** Another attempt that counts. */
        record Again(boolean sameSession) implements Next {}

        /** The same attempt once more, without counting. */
        record Repeat(boolean sameSession, Duration delay) implements Next {}

        /** The same attempt once more, when a person has settled something. */
        record Hold(RunHeader.Attention attention) implements Next {}

        record Fail(String reason) implements Next {}
    }

    private final AttemptPolicy policy;

    Rework(AttemptPolicy policy) {
        this.policy = policy;
    }

    /**
     * Decides the next step.
     *
     * @param attempts the attempts that count in this execution, the last one ended with the outcome
     * @param interruptions how often the last attempt was interrupted before
     * @param transients how often the last attempt met a passing fault before
     */
    Next after(Outcome outcome, List<Attempt> attempts, int interruptions, int transients, Instant now) {
        if (outcome instanceof Outcome.RejectedByGate || outcome instanceof Outcome.Conflict) {
            return again(outcome, attempts, true);
        }
        if (outcome instanceof Outcome.AgentFailed || outcome instanceof Outcome.ContextExhausted) {
            return again(outcome, attempts, false);
        }
        if (outcome instanceof Outcome.NoChange) {
            return count(attempts, Outcome.NoChange.class) > 1
                    ? new Next.Fail(outcome.message())
                    : again(outcome, attempts, true);
        }
        if (outcome instanceof Outcome.Stalled || outcome instanceof Outcome.TimedOut) {
            int slow = count(attempts, Outcome.Stalled.class) + count(attempts, Outcome.TimedOut.class);
            return slow > policy.maxStallRetries() ? new Next.Fail(outcome.message()) : again(outcome, attempts, true);
        }
        if (outcome instanceof Outcome.Quota quota) {
            return new Next.Repeat(true, untilQuota(quota.until(), now));
        }
        if (outcome instanceof Outcome.Transient) {
            return transients >= policy.maxTransientRetries()
                    ? again(outcome, attempts, true)
                    : new Next.Repeat(true, backoff(transients));
        }
        if (outcome instanceof Outcome.Interrupted) {
            return interruptions >= policy.maxInterruptions()
                    ? again(outcome, attempts, true)
                    : new Next.Repeat(true, Duration.ZERO);
        }
        if (outcome instanceof Outcome.AuthMissing missing) {
            return new Next.Hold(new RunHeader.Attention(missing.message(), missing.hint()));
        }
        if (outcome instanceof Outcome.AgentNotInstalled missing) {
            return new Next.Hold(new RunHeader.Attention(missing.message(), missing.hint()));
        }
        if (outcome instanceof Outcome.NeedsAnswer) {
            return new Next.Hold(new RunHeader.Attention(
                    outcome.message(), "settle what the agent asks for, for instance allow it in its settings"));
        }
        if (outcome instanceof Outcome.BudgetExhausted || outcome instanceof Outcome.Canceled) {
            return new Next.Fail(outcome.message());
        }
        throw new IllegalStateException("Unexpected outcome: " + outcome);
    }

    /**
     * What stands on record for an attempt: one that lost its process too often counts, and then as a failure.
     *
     * @param interruptions how often the attempt was interrupted before
     */
    Outcome onRecord(Outcome outcome, int interruptions) {
        boolean counts = outcome instanceof Outcome.Interrupted && interruptions >= policy.maxInterruptions();
        return counts
                ? new Outcome.AgentFailed(
                        "%s; that was interruption %d".formatted(outcome.message(), interruptions + 1))
                : outcome;
    }

    private Next again(Outcome outcome, List<Attempt> attempts, boolean sameSession) {
        return attempts.size() > policy.maxRetries() ? new Next.Fail(outcome.message()) : new Next.Again(sameSession);
    }

    private static int count(List<Attempt> attempts, Class<? extends Outcome> kind) {
        return (int)
                attempts.stream().map(Attempt::outcome).filter(kind::isInstance).count();
    }

    private Duration untilQuota(@Nullable Instant until, Instant now) {
        if (until == null) {
            return policy.quotaProbe();
        }
        Duration wait = Duration.between(now, until);
        return wait.isNegative() || wait.isZero() ? policy.transientBackoff() : wait;
    }

    private Duration backoff(int times) {
        Duration wait = policy.transientBackoff().multipliedBy(1L << Math.min(times, 16));
        return wait.compareTo(policy.maxBackoff()) > 0 ? policy.maxBackoff() : wait;
    }
}
