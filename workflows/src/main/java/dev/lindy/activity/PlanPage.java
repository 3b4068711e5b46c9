package dev.lindy.activity;

import dev.lindy.run.TaskState;
import java.util.List;

/**
 * Some tasks of the accepted plan.
 *
 * @param total number of tasks in the whole plan
 * @param states what is known about these tasks from the journal; pending for a new run
 */
public record PlanPage(int total, List<PlannedTask> tasks, List<TaskState> states) {

    /** Most tasks in one page. */
    public static final int SIZE = 100;

    public PlanPage {
        tasks = List.copyOf(tasks);
        states = List.copyOf(states);
    }
}
