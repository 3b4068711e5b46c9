package dev.lindy.activity;

import dev.lindy.plan.ChangePolicy;
import dev.lindy.plan.TaskId;
import dev.lindy.plan.TaskSize;
import java.util.List;

/**
 * A task as far as Workflows need it: no prompt, a short description, resolved gates.
 *
 * @param title the first 100 characters of the description
 */
public record PlannedTask(
        TaskId id,
        String module,
        String title,
        List<TaskId> dependsOn,
        int priority,
        TaskSize size,
        ChangePolicy changes,
        List<PlannedGate> gates) {

    public PlannedTask {
        dependsOn = List.copyOf(dependsOn);
        gates = List.copyOf(gates);
    }
}
