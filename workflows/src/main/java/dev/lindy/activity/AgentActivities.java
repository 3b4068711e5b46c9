package dev.lindy.activity;

import io.temporal.activity.ActivityInterface;

/** Attempts by coding agents. */
@ActivityInterface(namePrefix = "Agent.")
public interface AgentActivities {

    /**
     * Prepares the worktree, runs the agent and collects the candidate commit.
     *
     * <p>Runs a program: completed by token. Idempotent by run, task, attempt and part: a second delivery
     * rebinds the program of the first or reads what it left.
     */
    AgentResult dispatch(Dispatch request);
}
