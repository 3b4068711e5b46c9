package dev.lindy.activity;

import dev.lindy.run.ArtifactRef;
import dev.lindy.run.BaseRef;
import org.jspecify.annotations.Nullable;

/**
 * A run that is to be opened.
 *
 * @param goal the whole goal in the evidence folder
 * @param base commit-ish that the user named, or null for HEAD
 * @param snapshot commit of the user's uncommitted work to start from instead, or null
 * @param resume whether the journal of an earlier execution is continued
 */
public record OpenRun(
        RunRef run,
        ArtifactRef goal,
        @Nullable String base,
        @Nullable BaseRef snapshot,
        boolean resume) {}
