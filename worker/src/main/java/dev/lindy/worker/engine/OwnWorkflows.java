package dev.lindy.worker.engine;

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
}
