package dev.lindy.workflow;

import dev.lindy.failure.FailureType;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunHeader.Attention;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.failure.ApplicationFailure;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people ask of a run while it goes on: checked first, then applied to board and children. */
final class Steering {

    /** The task Workflows at work, as far as steering reaches them. */
    interface Crew {
        void hold(boolean held);

        void cancel(TaskId id);
    }

    private final RunProgress progress;
    private final Crew crew;
    private final Set<TaskId> skipping = new LinkedHashSet<>();

    private @Nullable Board board;
    private boolean approved;
    private boolean awaitingApproval;
    private boolean changed;

    Steering(RunProgress progress, Crew crew) {
        this.progress = progress;
        this.crew = crew;
    }

    void board(Board tasks) {
        board = tasks;
    }

    boolean isPaused() {
        return progress.isPaused();
    }

    boolean isApproved() {
        return approved;
    }

    void awaitApproval() {
        awaitingApproval = true;
    }

    void changed() {
        changed = true;
    }

    boolean hasChanged() {
        return changed;
    }

    /** From here on, only what is asked later counts as a change. */
    void noteChanges() {
        changed = false;
    }

    void checkApprove() {
        requireOpen();
        if (!awaitingApproval) {
            throw refused(approved ? "the plan is approved already" : "the run does not wait for an approval");
        }
    }

    void approve() {
        approved = true;
        awaitingApproval = false;
        changed = true;
    }

    void checkPause() {
        requireOpen();
        if (isPaused()) {
            throw refused("the run is paused already");
        }
    }

    void pause(@Nullable String reason, String hint) {
        boolean silent = reason == null || reason.isBlank();
        pauseFor(silent ? null : new Attention(ActivityStubs.cut("paused by the user: " + reason), hint));
    }

    void pauseFor(@Nullable Attention attention) {
        progress.paused(attention);
        crew.hold(true);
        changed = true;
    }

    void checkResume() {
        requireOpen();
        if (!isPaused()) {
            throw refused("the run is not paused");
        }
    }

    void resume() {
        progress.resumed();
        crew.hold(false);
        changed = true;
    }

    void checkRetry(TaskId id) {
        requireOpen();
        Board tasks = planned(id);
        TaskStatus status = tasks.state(id).status();
        if (status != TaskStatus.FAILED && status != TaskStatus.SKIPPED) {
            throw refused(id + " is " + status.word() + "; only a failed or skipped task can be retried");
        }
        Optional<TaskId> dead = tasks.deadDependency(id);
        if (dead.isPresent()) {
            throw refused(id + " waits for " + dead.get() + ", which did not complete; retry that one");
        }
    }

    void retry(TaskId id) {
        planned(id).retry(id);
        changed = true;
    }

    void checkSkip(TaskId id) {
        requireOpen();
        TaskStatus status = planned(id).state(id).status();
        if (status.isTerminal()) {
            throw refused(id + " is " + status.word() + " already");
        }
        if (skipping.contains(id)) {
            throw refused(id + " is being skipped already");
        }
    }

    void skip(TaskId id) {
        Board tasks = planned(id);
        if (tasks.state(id).status().isRunning()) {
            skipping.add(id);
            crew.cancel(id);
        } else {
            tasks.leaveOut(tasks.state(id).handedOver());
        }
        changed = true;
    }

    /** Closes a task whose Workflow has ended: a canceled one that the user skipped is left out. */
    void close(TaskState state) {
        Board tasks = planned(state.id());
        if (skipping.remove(state.id()) && state.status() == TaskStatus.CANCELED) {
            tasks.leaveOut(state);
        } else {
            tasks.close(state);
        }
    }

    private void requireOpen() {
        if (progress.header().status().isTerminal()) {
            throw refused("the run is " + progress.header().status().word() + " already");
        }
    }

    private Board planned(TaskId id) {
        Board tasks = board;
        if (tasks == null) {
            throw refused("the run has no plan yet");
        }
        if (!tasks.contains(id)) {
            throw refused("the plan has no " + id);
        }
        return tasks;
    }

    private static ApplicationFailure refused(String reason) {
        return ApplicationFailure.newNonRetryableFailure(reason, FailureType.REQUEST_INVALID.name());
    }
}
