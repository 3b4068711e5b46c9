package dev.lindy.workflow;

import dev.lindy.activity.RunRef;
import dev.lindy.policy.RunPolicy;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.BaseRef;
import org.jspecify.annotations.Nullable;

/**
 * What a run starts with, frozen.
 *
 * @param title the first 200 characters of the goal
 * @param goal the whole goal in the evidence folder
 * @param planFile plan file of the user in the evidence folder, or null to ask the planner
 * @param base commit-ish to start from, or null for HEAD
 * @param snapshot commit of the user's uncommitted work to start from instead, with the branch it was done on, or null
 * @param hostQueue Task Queue of the host that holds the project
 * @param resume whether an earlier execution is continued from its journal
 */
public record GoalRequest(
        RunRef run,
        String title,
        ArtifactRef goal,
        @Nullable ArtifactRef planFile,
        @Nullable String base,
        @Nullable BaseRef snapshot,
        RunPolicy policy,
        String hostQueue,
        String projectName,
        boolean resume) {}
