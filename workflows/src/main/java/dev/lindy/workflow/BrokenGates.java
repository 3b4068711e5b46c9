package dev.lindy.workflow;

import dev.lindy.policy.AttemptPolicy;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes before gates that gave no verdict are run again: nothing, a wait for a quota or a provider, or a person.
 * Waits burn nothing: only runs that nothing outside explains count against {@link AttemptPolicy#maxGateRuns}.
 */
final class BrokenGates {

    /** What a task can do instead of going on. */
    interface Pauses {
        void awaitPerson(RunHeader.Attention attention);

        void sleep(Duration wait, Outcome why);

        /** Waits while the run is paused; no agent is started meanwhile. */
        void awaitTurn();
    }

    private final RunId run;
    private final AttemptPolicy policy;
    private final Rework rework;
    private final Pauses pauses;
    private int counted;
    private int transients;

    BrokenGates(RunId run, AttemptPolicy policy, Pauses pauses) {
        this.run = run;
        this.policy = policy;
        this.pauses = pauses;
        rework = new Rework(policy);
    }

    /**
     * Returns when it makes sense to run these gates again.
     *
     * @param outOfPatience the first that has been patient already and needs a person at once
     */
    void settle(List<GateVerdict> broken, Optional<GateVerdict> outOfPatience, Instant now) {
        Optional<RunHeader.Attention> needed = broken.stream()
                .flatMap(verdict -> attention(verdict).stream())
                .findFirst()
                .or(() -> outOfPatience.map(verdict -> attention(verdict, "mend the gate")));
        if (needed.isPresent()) {
            pauses.awaitPerson(needed.get());
            return;
        }
        List<GateVerdict> waiting =
                broken.stream().filter(verdict -> waits(verdict.cause())).toList();
        if (waiting.size() < broken.size() && ++counted % policy.maxGateRuns() == 0) {
            pauses.awaitPerson(attention(
                    broken.stream()
                            .filter(verdict -> !waiting.contains(verdict))
                            .findFirst()
                            .orElseThrow(),
                    "mend the gate"));
        }
        waiting.stream()
                .max(Comparator.comparing(verdict -> delay(verdict, now)))
                .ifPresent(verdict -> sleep(verdict, now));
    }

    private void sleep(GateVerdict longest, Instant now) {
        Duration wait = delay(longest, now);
        transients += longest.cause() instanceof Outcome.Transient ? 1 : 0;
        pauses.sleep(wait, longest.cause() == null ? new Outcome.Transient(longest.summary()) : longest.cause());
        pauses.awaitTurn();
    }

    private boolean waits(@Nullable Outcome cause) {
        return cause instanceof Outcome.Quota
                || (cause instanceof Outcome.Transient && transients < policy.maxTransientRetries());
    }

    private Duration delay(GateVerdict verdict, Instant now) {
        return next(verdict, now) instanceof Rework.Next.Repeat repeat ? repeat.delay() : Duration.ZERO;
    }

    private Optional<RunHeader.Attention> attention(GateVerdict verdict) {
        return next(verdict, Instant.EPOCH) instanceof Rework.Next.Hold hold
                ? Optional.of(attention(verdict, hold.attention().hint()))
                : Optional.empty();
    }

    private RunHeader.Attention attention(GateVerdict verdict, String hint) {
        return new RunHeader.Attention(
                "gate `" + verdict.name() + "` could not run: " + verdict.summary(),
                hint.contains("lindy resume") ? hint : hint + ", then go on with `lindy resume " + run + "`");
    }

    private Rework.@Nullable Next next(GateVerdict verdict, Instant now) {
        Outcome cause = verdict.cause();
        return cause == null ? null : rework.after(cause, List.of(), 0, transients, now);
    }
}
