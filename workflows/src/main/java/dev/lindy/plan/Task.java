package dev.lindy.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node of a plan.
 *
 * @param module name of a configured module, or {@code root} or {@code *} for the whole project
 * @param prompt what the agent is told, Markdown
 * @param priority higher first among ready tasks
 * @param gates the gates that the plan names; gates of the project config are added at run time
 * @param completed whether the plan file says this task is done already, so that it is not run again
 * @param timeoutSeconds hard limit of one attempt, or null for the config's
 * @param stallSeconds silence after which an attempt counts as stalled, or null for the config's
 * @param agent who does it, where it is not the module's or the role's, or null
 * @param skips gates that the plan wants to leave out
 * @param rubric for the evaluator alone, never for the agent
 */
public record Task(
        TaskId id,
        String module,
        String description,
        String prompt,
        List<TaskId> dependsOn,
        int priority,
        List<GateSpec> gates,
        TaskSize size,
        ChangePolicy changes,
        boolean completed,
        @Nullable Integer timeoutSeconds,
        @Nullable Integer stallSeconds,
        @Nullable TaskAgent agent,
        Skips skips,
        Rubric rubric) {

    public Task {
        dependsOn = List.copyOf(dependsOn);
        gates = List.copyOf(gates);
    }

    /** Whether the task works on the whole project instead of one module. */
    public boolean isRoot() {
        return module.equals("root") || module.equals("*");
    }
}
