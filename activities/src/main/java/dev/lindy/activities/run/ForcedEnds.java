package dev.lindy.activities.run;

import dev.lindy.activity.ReportRun;
import dev.lindy.activity.RunRef;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.Projection;
import dev.lindy.state.RunFiles;
import dev.lindy.state.RunPicture;
import dev.lindy.state.RunStart;
import dev.lindy.state.StateDirectory;
import java.time.Instant;
import java.util.List;

/**
 * Writes down the end of runs that could not do so themselves: Temporal ended their Workflow by force, because a
 * person terminated it for instance. What the journal has stays as it is, so that they can be resumed.
 */
public final class ForcedEnds {

    private static final String WHY = "ended by force in Temporal";

    private final StateDirectory state;
    private final RunRecords records;
    private final Projection projection;

    public ForcedEnds(StateDirectory state, RunRecords records, Projection projection) {
        this.state = state;
        this.records = records;
        this.projection = projection;
    }

    /** Runs of an engine that the disk does not know to be over. */
    public List<RunStart> open(String engine) {
        return new RunFiles(state)
                .list().runs().stream()
                        .filter(run -> !run.snapshot().header().status().isTerminal())
                        .map(RunPicture::start)
                        .filter(start -> start.engineId().equals(engine))
                        .toList();
    }

    /** Writes records and report of the run as of a canceled one. */
    public void close(RunStart start, Instant now) {
        RunPicture picture = new RunFiles(state).reader(start.run()).read();
        for (TaskRow row : picture.snapshot().tasks()) {
            if (!row.state().status().isTerminal()) {
                projection.write(
                        picture.folder(),
                        new TaskRow(row.module(), row.description(), row.dependsOn(), closed(row.state(), now)));
            }
        }
        records.report(new ReportRun(
                new RunRef(start.run(), start.workflowId(), start.projectRoot()),
                closed(picture.snapshot().header(), now)));
    }

    private static TaskState closed(TaskState task, Instant now) {
        TaskState closed = task.withStatus(TaskStatus.CANCELED, WHY);
        List<Attempt> attempts = task.attempts();
        Attempt last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
        return last == null || last.outcome() != null
                ? closed
                : closed.withAttempt(last.ended(now, new Outcome.Canceled(WHY)));
    }

    private static RunHeader closed(RunHeader header, Instant now) {
        return new RunHeader(
                header.run(),
                header.workflowId(),
                header.sequence() + 1,
                header.goal(),
                header.projectRoot(),
                RunStatus.CANCELED,
                header.startedAt(),
                now,
                header.base(),
                header.goalBranch(),
                header.plannerCostUsd(),
                header.notes(),
                null,
                Stop.because(WHY, false),
                header.plannerCostUnknown());
    }
}
