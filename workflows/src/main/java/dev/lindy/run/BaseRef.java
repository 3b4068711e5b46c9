package dev.lindy.run;

import org.jspecify.annotations.Nullable;

/**
 * Where a run started.
 *
 * @param branch branch that was checked out or named, or null on a detached HEAD
 * @param commit full id
 */
public record BaseRef(@Nullable String branch, String commit) {}
