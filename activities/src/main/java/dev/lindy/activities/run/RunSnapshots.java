package dev.lindy.activities.run;

import dev.lindy.plan.Plan;
import dev.lindy.plan.Task;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.state.Projection;
import dev.lindy.state.RunFolder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what plan and projection know of a run. */
public final class RunSnapshots {

    private final Projection projection;

    public RunSnapshots(Projection projection) {
        this.projection = projection;
    }

    public Projection projection() {
        return projection;
    }

    /** All tasks of the plan in its order; those that nothing happened to are pending. */
    public RunSnapshot of(RunFolder run, RunHeader header, @Nullable Plan plan) {
        List<TaskRow> rows = plan == null
                ? List.of()
                : plan.tasks().stream()
                        .map(task ->
                                projection.row(run, task.id()).orElseGet(() -> row(task, TaskState.pending(task.id()))))
                        .toList();
        return new RunSnapshot(header, rows);
    }

    public static TaskRow row(Task task, TaskState state) {
        return new TaskRow(task.module(), task.description(), task.dependsOn(), state);
    }
}
