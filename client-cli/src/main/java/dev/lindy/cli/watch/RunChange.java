package dev.lindy.cli.watch;

import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskRow;
import java.util.List;

/** One thing that happened in a run between two looks at it. */
public sealed interface RunChange {

    /** The run is in another state, or was just found in one. */
    record Status(RunHeader header) implements RunChange {}

    /** The plan is there. */
    record Planned(List<TaskRow> tasks) implements RunChange {
        public Planned {
            tasks = List.copyOf(tasks);
        }
    }

    /** Something that people should know. */
    record Noted(String text) implements RunChange {}

    /** An agent works on a task. */
    record Started(TaskRow task, Attempt attempt) implements RunChange {}

    /** An attempt ended without being accepted. */
    record Missed(TaskRow task, Attempt attempt, Outcome outcome) implements RunChange {}

    /** A task is in another phase of its attempt: gating, integrating. */
    record Phase(TaskRow task) implements RunChange {}

    /** A task is in its last state. */
    record Ended(TaskRow task) implements RunChange {}

    /** A task that had ended waits for its turn again. */
    record Reopened(TaskRow task) implements RunChange {}
}
