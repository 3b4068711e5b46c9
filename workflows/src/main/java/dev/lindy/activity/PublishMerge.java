package dev.lindy.activity;

import dev.lindy.plan.TaskId;
import dev.lindy.run.TaskState;

/**
 * A judged merge commit that wants to the goal branch.
 *
 * @param mergeCommit commit whose tree the gates accepted
 * @param tip where the goal branch must still be
 */
public record PublishMerge(
        RunRef run, ArtifactPlan plan, TaskId task, int attempt, String mergeCommit, String tip, TaskState state) {}
