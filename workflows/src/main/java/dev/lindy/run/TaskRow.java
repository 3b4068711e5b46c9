package dev.lindy.run;

import dev.lindy.plan.TaskId;
import java.util.List;

/** One task as people see it: what the plan says of it and what has happened to it. */
public record TaskRow(String module, String description, List<TaskId> dependsOn, TaskState state) {

    public TaskRow {
        dependsOn = List.copyOf(dependsOn);
    }

    public TaskId id() {
        return state.id();
    }
}
