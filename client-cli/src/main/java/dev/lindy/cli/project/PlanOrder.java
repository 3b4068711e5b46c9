package dev.lindy.cli.project;

import dev.lindy.plan.Plan;
import dev.lindy.plan.Task;
import dev.lindy.plan.TaskId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The order in which a valid plan's tasks can be done one after the other. */
public final class PlanOrder {

    private PlanOrder() {}

    /** Each task after those it depends on, else in plan order. */
    public static List<Task> of(Plan plan) {
        List<Task> ordered = new ArrayList<>();
        Set<TaskId> done = new HashSet<>();
        List<Task> left = new ArrayList<>(plan.tasks());
        while (!left.isEmpty()) {
            List<Task> ready = left.stream()
                    .filter(task -> done.containsAll(task.dependsOn()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException(
                        "plan must not have a cycle: " + left.get(0).id());
            }
            left.removeAll(ready);
            ready.forEach(task -> done.add(task.id()));
            ordered.addAll(ready);
        }
        return ordered;
    }
}
