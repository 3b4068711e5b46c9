package dev.lindy.activity;

import dev.lindy.run.ArtifactRef;
import org.jspecify.annotations.Nullable;

/**
 * A run that is to be opened.
 *
 * @param goal the whole goal in the evidence folder
 * @param base commit-ish that the user named, or null for HEAD
 * @param resume whether the journal of an earlier execution is continued
 */
public record OpenRun(
        RunRef run, ArtifactRef goal, @Nullable String base, boolean resume) {}
