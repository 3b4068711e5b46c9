package dev.lindy.cli.client;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.workflow.GoalRequest;
import java.util.concurrent.CompletableFuture;

/**
 * What commands ask of Temporal. Whatever cannot be done is a {@link UserProblem}: 2 for a refused request,
 * 4 where Temporal cannot be reached, 5 where no Worker answers in time.
 */
public interface GoalClient extends AutoCloseable {

    /**
     * Starts the run, or joins it where it is going on already.
     *
     * @param goal the whole goal without secrets, for people who look at the run in Temporal
     */
    void start(GoalRequest request, String goal);

    /**
     * Asks something of a run and waits until it is done or refused.
     *
     * @param id the same for every repeat of the same request, so that it takes effect once
     */
    void steer(String workflowId, Steering steering, String id);

    /** Whether the run goes on. */
    boolean isOpen(String workflowId);

    /** Asks the run to end; agents are ended, finished work is kept. */
    void cancel(String workflowId);

    /** Comes once the run has ended; fails where the connection is lost for good. */
    CompletableFuture<RunEnd> end(String workflowId);

    @Override
    void close();
}
