package dev.lindy.activity;

import dev.lindy.plan.TaskId;
import dev.lindy.run.TaskState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted candidate that wants to the goal branch.
 *
 * @param candidate commit that the gates accepted
 * @param base tip of the goal branch that the candidate was judged on
 * @param gatesOnMergedTree whether a gate must see the merged tree where the tip has moved
 * @param at when this was wanted, the date of the merge commit; null in histories that are older than the field
 */
public record MergeCandidate(
        RunRef run,
        ArtifactPlan plan,
        TaskId task,
        int attempt,
        String candidate,
        String base,
        boolean gatesOnMergedTree,
        TaskState state,
        @Nullable Instant at) {}
