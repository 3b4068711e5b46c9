package dev.lindy.workflow;

import dev.lindy.activity.AgentResult;
import dev.lindy.run.Attempt;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a task as its own Workflow changes it; each change raises the sequence number. */
final class TaskProgress {

    private final int earlierAttempts;
    private final Runnable changed;

    private TaskState state;

    TaskProgress(TaskState state, Runnable changed) {
        this.state = state;
        this.changed = changed;
        earlierAttempts = state.attempts().size() - (isAtWork() ? 1 : 0);
    }

    /** Whether the last attempt has not ended: an earlier execution was lost while it went on. */
    boolean isAtWork() {
        return !state.attempts().isEmpty() && attempt().outcome() == null;
    }

    TaskState state() {
        return state;
    }

    /** The attempt at work, or the last one. */
    Attempt attempt() {
        return state.attempts().get(state.attempts().size() - 1);
    }

    /** The attempts of this execution. */
    List<Attempt> counted() {
        return state.attempts().subList(earlierAttempts, state.attempts().size());
    }

    void startAttempt(@Nullable String session, Instant now) {
        int number = state.attempts().size() + 1;
        put(state.withAttempt(new Attempt(number, 0, "", session, now, null, 0, null, null, List.of())));
    }

    /** Starts the last attempt once more; its cost goes on, its start stays. */
    void repeatAttempt(@Nullable String session) {
        Attempt last = attempt();
        put(state.withAttempt(new Attempt(
                last.number(),
                last.part() + 1,
                last.agent(),
                session,
                last.startedAt(),
                null,
                last.costUsd(),
                null,
                null,
                List.of(),
                last.model(),
                last.costUnknown())));
    }

    /** Names the conversation before its agent starts, so that it can be found after any loss. */
    void converses(String session) {
        put(state.withAttempt(attempt().withSession(session)));
    }

    void worked(AgentResult result) {
        Attempt last = attempt();
        put(state.withBranch(result.branch() == null ? state.branch() : result.branch())
                .withAttempt(new Attempt(
                        last.number(),
                        last.part(),
                        result.agent(),
                        result.sessionId(),
                        last.startedAt(),
                        null,
                        last.costUsd() + result.costUsd(),
                        null,
                        result.candidate(),
                        List.of(),
                        result.model(),
                        last.costUnknown() || result.costUnknown())));
    }

    void status(TaskStatus status) {
        put(state.withStatus(status, null));
    }

    /** Adds what a verdict cost to the attempt, also where the gate is asked again. */
    void paid(GateVerdict verdict) {
        Double usd = verdict.costUsd();
        if (usd != null && (usd > 0 || verdict.costUnknown())) {
            put(state.withAttempt(attempt().withMoreCost(usd, verdict.costUnknown())));
        }
    }

    void judged(List<GateVerdict> verdicts) {
        put(state.withAttempt(attempt().withGates(verdicts)));
    }

    /** The work is accepted: merged as this commit, or without any change to merge. */
    void completed(@Nullable String mergeCommit) {
        put(state.completed(mergeCommit));
    }

    void ended(Outcome outcome, Instant now) {
        put(state.withAttempt(attempt().ended(now, outcome)));
    }

    /** Ends the task for good; an attempt still at work ends the given way. */
    void closed(TaskStatus status, String reason, Outcome outcome, Instant now) {
        if (isAtWork()) {
            ended(outcome, now);
        }
        put(state.withStatus(status, reason));
    }

    private void put(TaskState next) {
        state = next;
        changed.run();
    }
}
