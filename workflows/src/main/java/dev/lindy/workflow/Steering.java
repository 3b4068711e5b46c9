package dev.lindy.workflow;

import dev.lindy.failure.FailureType;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunHeader.Attention;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.failure.ApplicationFailure;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people ask of a run while it goes on: checked first, then applied to board and children. */
final class Steering {

    private final RunProgress progress;
    private final TaskChildren children;
    private final Set<TaskId> skipping = new LinkedHashSet<>();

    private @Nullable Board board;
    private boolean paused;
    private boolean approved;
    private boolean awaitingApproval;
    private boolean changed;
    private RunStatus beforePause = RunStatus.PLANNING;

    Steering(RunProgress progress, TaskChildren children) {
        this.progress = progress;
        this.children = children;
    }

    void board(Board tasks) {
        board = tasks;
    }

    boolean isPaused() {
        return paused;
    }

    boolean isApproved() {
        return approved;
    }

    void awaitApproval(boolean waiting) {
        awaitingApproval = waiting;
    }

    void changed() {
        changed = true;
    }

    /** Whether anything was asked since the last call. */
    boolean takeChanged() {
        boolean result = changed;
        changed = false;
        return result;
    }

    void checkApprove() {
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
        if (paused) {
            throw refused("the run is paused already");
        }
    }

    void pause(String reason) {
        pauseFor(null);
    }

    void pauseFor(@Nullable Attention attention) {
        if (!paused) {
            beforePause = progress.header().status();
        }
        paused = true;
        progress.paused(RunStatus.PAUSED, attention);
        children.hold(true);
        changed = true;
    }

    void checkResume() {
        requireOpen();
        if (!paused) {
            throw refused("the run is not paused");
        }
    }

    void resume() {
        paused = false;
        progress.paused(beforePause == RunStatus.PAUSED ? RunStatus.RUNNING : beforePause, null);
        children.hold(false);
        changed = true;
    }

    void checkRetry(TaskId id) {
        requireOpen();
        TaskState state = known(id);
        if (state.status() != TaskStatus.FAILED && state.status() != TaskStatus.SKIPPED) {
            throw refused(id + " is " + state.status().word() + "; only a failed or skipped task can be retried");
        }
        Optional<TaskId> dead = board == null ? Optional.empty() : board.deadDependency(id);
        if (dead.isPresent()) {
            throw refused(id + " waits for " + dead.get() + ", which did not complete; retry that one");
        }
    }

    void retry(TaskId id) {
        skipping.remove(id);
        if (board != null) {
            board.retry(id);
        }
        changed = true;
    }

    void checkSkip(TaskId id) {
        requireOpen();
        TaskState state = known(id);
        if (state.status().isTerminal() || skipping.contains(id)) {
            throw refused(id + " is " + state.status().word() + " already");
        }
    }

    void skip(TaskId id) {
        skipping.add(id);
        if (children.isOpen(id)) {
            children.cancel(id);
        } else if (board != null) {
            board.close(closing(board.state(id).handedOver().withStatus(TaskStatus.CANCELED, null)));
        }
        changed = true;
    }

    /** The state that a task ends with: a canceled one that the user skipped is skipped. */
    TaskState closing(TaskState state) {
        return skipping.contains(state.id()) && state.status() == TaskStatus.CANCELED
                ? state.withStatus(TaskStatus.SKIPPED, "skipped by the user")
                : state;
    }

    private void requireOpen() {
        if (progress.header().status().isTerminal()) {
            throw refused("the run is " + progress.header().status().word() + " already");
        }
    }

    private TaskState known(TaskId id) {
        Board tasks = board;
        if (tasks == null) {
            throw refused("the run has no plan yet");
        }
        if (tasks.find(id).isEmpty()) {
            throw refused("the plan has no " + id);
        }
        return tasks.state(id);
    }

    private static ApplicationFailure refused(String reason) {
        return ApplicationFailure.newNonRetryableFailure(reason, FailureType.REQUEST_INVALID.name());
    }
}
