package dev.lindy.worker.token;

import dev.lindy.process.ProcessIdentity;
import dev.lindy.worker.engine.TaskLedger.Task;
import java.time.Instant;

/**
 * A task that a Worker has been given and that is not answered.
 *
 * @param pid of the Worker
 * @param startTime of the Worker's process, as {@link ProcessIdentity} writes it
 */
public record TokenRecord(Task task, String namespace, long pid, String startTime, Instant receivedAt) {

    /** Base64; opens the task to whoever has it. */
    public String token() {
        return task.token();
    }

    /** The process that was given the task. */
    public ProcessIdentity worker() {
        return new ProcessIdentity(pid, startTime);
    }
}
