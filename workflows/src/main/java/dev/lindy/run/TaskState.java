package dev.lindy.run;

import dev.lindy.plan.TaskId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to one task so far.
 *
 * @param sequence grows with every change; an older picture never replaces a newer one; the millions count
 *     hand-overs between the run and its task Workflow
 * @param branch the task's branch once it is claimed, or null
 * @param mergeCommit the commit on the goal branch that holds the task's work, or null; also null for a
 *     completed task that changed nothing
 * @param reason why the task failed or was skipped, one sentence, or null
 */
public record TaskState(
        TaskId id,
        long sequence,
        TaskStatus status,
        List<Attempt> attempts,
        @Nullable String branch,
        @Nullable String mergeCommit,
        @Nullable String reason) {

    private static final long HAND_OVER = 1_000_000;

    public TaskState {
        attempts = List.copyOf(attempts);
    }

    public static TaskState pending(TaskId id) {
        return new TaskState(id, 0, TaskStatus.PENDING, List.of(), null, null, null);
    }

    public TaskState withStatus(TaskStatus next, @Nullable String why) {
        return new TaskState(id, sequence + 1, next, attempts, branch, mergeCommit, why);
    }

    public TaskState withBranch(@Nullable String name) {
        return new TaskState(id, sequence + 1, status, attempts, name, mergeCommit, reason);
    }

    public TaskState completed(@Nullable String commit) {
        return new TaskState(id, sequence + 1, TaskStatus.COMPLETED, attempts, branch, commit, null);
    }

    /** The same task with one more attempt, or with its last one replaced where the numbers are equal. */
    public TaskState withAttempt(Attempt attempt) {
        List<Attempt> next = new ArrayList<>(attempts);
        if (!next.isEmpty() && next.get(next.size() - 1).number() == attempt.number()) {
            next.remove(next.size() - 1);
        }
        next.add(attempt);
        return new TaskState(id, sequence + 1, status, next, branch, mergeCommit, reason);
    }

    /** The same state as seen by whoever takes over, newer than anything its former keeper can write. */
    public TaskState handedOver() {
        long next = (sequence / HAND_OVER + 1) * HAND_OVER;
        return new TaskState(id, next, status, attempts, branch, mergeCommit, reason);
    }

    /** Whether it may have cost more than {@link #costUsd}. */
    public boolean hasUnknownCost() {
        return attempts.stream().anyMatch(Attempt::costUnknown);
    }

    public double costUsd() {
        return attempts.stream().mapToDouble(Attempt::costUsd).sum();
    }
}
