package dev.lindy.activity;

import io.temporal.activity.ActivityInterface;

/** Bringing accepted work to the goal branch, one task at a time. */
@ActivityInterface(namePrefix = "Integrate.")
public interface IntegrateActivities {

    /**
     * Merges a candidate with the tip of the goal branch; publishes it where no gate has to run again.
     *
     * <p>Idempotent: first looks for the task's trailers on the goal branch.
     */
    MergeResult merge(MergeCandidate request);

    /**
     * Moves the goal branch to a merge commit that was judged, by compare-and-swap.
     *
     * <p>Idempotent: first looks for the task's trailers on the goal branch.
     */
    MergeResult publish(PublishMerge request);
}
