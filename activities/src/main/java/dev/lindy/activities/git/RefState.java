package dev.lindy.activities.git;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a ref stands.
 *
 * @param object full id
 * @param worktree folder that has the branch checked out, or null
 */
record RefState(String object, @Nullable Path worktree) {}
