package dev.lindy.activity;

import dev.lindy.plan.TaskId;
import dev.lindy.run.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * One start of an agent for an attempt.
 *
 * @param attempt from 1
 * @param part from 0, one more for each start of the same attempt
 * @param state the task so far, for the records; its last attempt is the one dispatched
 * @param session id of the agent's conversation, a UUID chosen by the Workflow
 * @param resume whether that conversation exists and is continued
 * @param rework why there is another attempt, or null for the first
 * @param fallback which of the agents that take over from the chosen one is asked, or 0 for the chosen one
 */
public record Dispatch(
        RunRef run,
        ArtifactPlan plan,
        TaskId task,
        int attempt,
        int part,
        TaskState state,
        String session,
        boolean resume,
        @Nullable ReworkNote rework,
        int fallback) {}
