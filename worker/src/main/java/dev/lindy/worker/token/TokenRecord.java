package dev.lindy.worker.token;

import dev.lindy.process.ProcessIdentity;
import java.time.Instant;

/**
 * An Activity that a Worker has at work.
 *
 * @param token base64; opens the Activity to whoever has it
 * @param pid of the Worker
 * @param startTime of the Worker's process, as {@link ProcessIdentity} writes it
 */
public record TokenRecord(
        String token,
        String namespace,
        String workflowId,
        String workflowRunId,
        String activityId,
        String activityType,
        int attempt,
        long pid,
        String startTime,
        Instant startedAt) {

    /** The process that took the Activity. */
    public ProcessIdentity worker() {
        return new ProcessIdentity(pid, startTime);
    }
}
