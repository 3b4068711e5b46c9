package dev.lindy.workflow;

import dev.lindy.activity.ArtifactPlan;
import dev.lindy.activity.PlannedTask;
import dev.lindy.activity.RunRef;
import dev.lindy.policy.AttemptPolicy;
import dev.lindy.run.TaskState;

/**
 * What a task Workflow starts with, frozen.
 *
 * @param state what happened to the task in earlier executions; its attempts keep their numbers but do not
 *     count against the limits again
 * @param held whether the run is paused at this moment
 */
public record TaskRequest(
        RunRef run,
        ArtifactPlan plan,
        PlannedTask task,
        TaskState state,
        AttemptPolicy policy,
        String hostQueue,
        boolean held) {

    TaskRequest withHeld(boolean on) {
        return new TaskRequest(run, plan, task, state, policy, hostQueue, on);
    }
}
