package dev.lindy.worker.engine;

import io.temporal.failure.TemporalFailure;
import org.jspecify.annotations.Nullable;

/**
 * Talks to Activities and about Workflow Tasks by task token, whoever started them. Each call is one attempt with a short limit: it is
 * the caller who asks again. A token of an older Activity attempt is {@link Reply#GONE}.
 */
public interface TokenClient {

    /** What the server said. */
    enum Reply {
        /** It was taken. */
        OK,
        /** It was taken, and the Activity is to be canceled. */
        CANCEL_REQUESTED,
        /** No such Activity attempt is open. */
        GONE,
        /** The server refused it; asking again does not help. */
        REFUSED,
        /** No answer; nobody knows whether it was taken. */
        UNREACHABLE
    }

    /** Tells that the work goes on. */
    Reply heartbeat(String namespace, String token, Object details);

    /** Ends the Activity with a result that {@link Outgoing} found fit. */
    Reply complete(String namespace, String token, Outgoing result);

    /** Ends the Activity attempt with a failure. */
    Reply fail(String namespace, String token, TemporalFailure failure);

    /** Ends the Activity as canceled; refused where nobody asked for that. */
    Reply canceled(String namespace, String token, @Nullable Object details);

    /** Has a Workflow Task given to another Worker at once. */
    Reply releaseWorkflowTask(String namespace, String token);
}
