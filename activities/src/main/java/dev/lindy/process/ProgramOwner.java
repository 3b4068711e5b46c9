package dev.lindy.process;

import org.jspecify.annotations.Nullable;

/**
 * The Activity that waits for a program.
 *
 * @param taskToken base64; a newer delivery of the Activity brings a newer one
 * @param delivery counts the deliveries of the Activity, from 1
 */
public record ProgramOwner(
        String namespace, String workflowId, String workflowRunId, String activityId, String taskToken, int delivery) {

    /** Whether the other one is a later delivery of the same Activity: a process that slept may get both at once. */
    boolean isOlderThan(@Nullable ProgramOwner other) {
        return other != null
                && workflowRunId.equals(other.workflowRunId)
                && activityId.equals(other.activityId)
                && delivery < other.delivery;
    }
}
