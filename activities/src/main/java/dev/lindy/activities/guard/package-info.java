/**
 * What all worktrees of a repository share besides refs and objects, entered by {@link
 * dev.lindy.activities.guard.SharedFilesGuard}.
 */
@NullMarked
package dev.lindy.activities.guard;

import org.jspecify.annotations.NullMarked;
