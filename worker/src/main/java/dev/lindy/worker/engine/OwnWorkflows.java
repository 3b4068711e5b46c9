package dev.lindy.worker.engine;

import io.temporal.failure.TemporalFailure;
import java.util.List;
import java.util.Set;

/** Our Workflows as the server knows them. */
public interface OwnWorkflows {

    /** Whether an Activity may still be waited for. */
    enum Waiting {
        /** The Workflow is open and the Activity will be delivered again or is at work. */
        PENDING,
        /** The Workflow is open but waits for no such Activity. */
        NOT_PENDING,
        /** The Workflow has ended, by itself or by force. */
        CLOSED,
        /** The server does not know the Workflow: a lost database, or its retention passed. */
        UNKNOWN,
        /** No answer. */
        UNREACHABLE
    }

    /**
     * An Activity that a Worker was given and has not answered.
     *
     * @param worker what that Worker calls itself
     */
    record AtWork(String workflowId, String workflowRunId, String activityId, String worker) {}

    /** Looks how things stand for one Activity. */
    Waiting waiting(String namespace, String workflowId, String workflowRunId, String activityId);

    /**
     * Asks a Workflow to end; again and again is the same as once, and one that has ended is no fault.
     *
     * @return whether the server heard it
     */
    boolean cancel(String namespace, String workflowId);

    /** Ids of all open Workflows of ours. */
    List<String> open();

    /**
     * Makes Workflow Tasks go to any Worker at once instead of waiting for the one that had the Workflow in its
     * cache. Ids that are not known are skipped.
     */
    void forgetWorkers(Set<String> workflowIds);

    /** Activities of these Workflows that Workers have at work. Ids that are not known, or get no answer, are skipped. */
    List<AtWork> atWork(Set<String> workflowIds);

    /** Ends an Activity attempt with a failure; for those whose token nobody has. Answers whether that was taken. */
    boolean fail(AtWork activity, TemporalFailure failure);
}
