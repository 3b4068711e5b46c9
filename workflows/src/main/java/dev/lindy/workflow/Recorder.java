package dev.lindy.workflow;

import dev.lindy.activity.RecordRun;
import dev.lindy.activity.RunActivities;
import dev.lindy.activity.RunRef;
import dev.lindy.plan.TaskId;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.TaskState;
import io.temporal.workflow.Async;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps projection and journal up to date, one write at a time; what changes meanwhile goes into the next.
 * Nothing is lost when a write fails, and canceling the run does not cancel its records.
 */
final class Recorder {

    private static final Duration REST = Duration.ofMinutes(1);

    private final RunRef run;
    private final RunActivities records;
    private final RunProgress progress;

    private @Nullable ArtifactRef plan;
    private @Nullable Board board;
    private boolean open;
    private boolean writing;
    private boolean resting;
    private boolean headerDirty = true;
    private @Nullable RuntimeException failure;

    Recorder(RunRef run, RunActivities records, RunProgress progress) {
        this.run = run;
        this.records = records;
        this.progress = progress;
    }

    void planned(ArtifactRef accepted, Board tasks) {
        plan = accepted;
        board = tasks;
    }

    /** The header has changed; returns at once. */
    void headerChanged() {
        headerDirty = true;
        write();
    }

    /** Starts a write where one is due, but none before the first {@link #flush}; returns at once. */
    void write() {
        if (open && !writing && !resting && isDirty()) {
            start();
        }
    }

    /**
     * Writes everything and waits for it.
     *
     * @throws io.temporal.failure.ActivityFailure where a write failed for good
     */
    void flush() {
        open = true;
        while (writing || isDirty()) {
            if (!writing) {
                start();
            }
            Workflow.await(() -> !writing);
            if (failure != null) {
                throw failure;
            }
        }
    }

    private boolean isDirty() {
        return headerDirty || (board != null && board.hasChanges());
    }

    private void start() {
        writing = true;
        headerDirty = false;
        failure = null;
        List<TaskState> states = board == null ? List.of() : board.takeChanged(RecordRun.PAGE);
        RecordRun request = new RecordRun(run, progress.header(), plan, states);
        Workflow.newDetachedCancellationScope(
                        () -> Async.procedure(records::record, request).handle((done, problem) -> {
                            ended(states, problem);
                            return null;
                        }))
                .run();
    }

    private void ended(List<TaskState> states, @Nullable RuntimeException problem) {
        writing = false;
        failure = problem;
        if (problem == null) {
            write();
            return;
        }
        headerDirty = true;
        if (board != null) {
            List<TaskId> again = states.stream().map(TaskState::id).toList();
            board.putBack(again);
        }
        rest();
    }

    /** Temporal has delivered the write many times already, so the next one is not hurried. */
    private void rest() {
        if (resting) {
            return;
        }
        resting = true;
        TimerOptions options =
                TimerOptions.newBuilder().setSummary("record again").build();
        Workflow.newDetachedCancellationScope(
                        () -> Workflow.newTimer(REST, options).thenApply(done -> {
                            resting = false;
                            write();
                            return null;
                        }))
                .run();
    }
}
