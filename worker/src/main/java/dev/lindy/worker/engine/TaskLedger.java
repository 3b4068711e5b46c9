package dev.lindy.worker.engine;

/** Whoever keeps account of the tasks that the server has given to this Worker. Called on the wire's threads. */
public interface TaskLedger {

    /** What a token opens. */
    enum Kind {
        ACTIVITY,
        WORKFLOW_TASK
    }

    /**
     * A task as it came over the wire.
     *
     * @param token base64
     * @param activityId empty for a Workflow Task
     * @param activityType likewise
     */
    record Task(
            Kind kind,
            String token,
            String workflowId,
            String workflowRunId,
            String activityId,
            String activityType,
            int attempt) {}

    /** The server has given the task to this process; nobody has seen it yet. */
    void received(Task task);

    /** The server has taken an answer to the task, or does not wait for one any more. */
    void settled(String token);

    /** For connections that do not poll. */
    static TaskLedger none() {
        return new TaskLedger() {
            @Override
            public void received(Task task) {}

            @Override
            public void settled(String token) {}
        };
    }
}
