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
 * @param resumeSession conversation to go on with, or null for a fresh one
 * @param rework why there is another attempt, or null for the first
 */
public record Dispatch(
        RunRef run,
        ArtifactPlan plan,
        TaskId task,
        int attempt,
        int part,
        TaskState state,
        @Nullable String resumeSession,
        @Nullable ReworkNote rework) {}
