package dev.lindy.activity;

import dev.lindy.plan.TaskId;
import dev.lindy.run.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * A gate and the tree it is to judge.
 *
 * @param gate key of the gate within the task
 * @param commit whose tree is judged
 * @param base commit that the work is compared with, for gates that look at the change only
 * @param place where the commit is checked out
 * @param number which time this gate is run for this place and attempt, from 1
 * @param state the task so far, for the records; null for the base commit
 */
public record JudgeTree(
        RunRef run,
        ArtifactPlan plan,
        TaskId task,
        int attempt,
        String gate,
        String commit,
        String base,
        Place place,
        int number,
        @Nullable TaskState state) {

    /** Which tree a gate looks at. */
    public enum Place {
        /** What the attempt left, in the task's worktree. */
        ATTEMPT,
        /** The attempt merged with the goal branch, in the task's worktree. */
        MERGED,
        /** The commit the run started from, in a worktree of its own. */
        BASE
    }
}
