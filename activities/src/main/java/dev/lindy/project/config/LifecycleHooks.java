package dev.lindy.project.config;

import java.time.Duration;

/**
 * {@code lifecycle_hooks}: shell lines run in a task's worktree; empty means none, a failure only warns.
 *
 * @param afterCreate once the worktree is there
 * @param beforeRun before each attempt
 * @param afterRun after each attempt
 * @param beforeRemove before the worktree is removed
 * @param timeout of each hook; default 60 s
 */
public record LifecycleHooks(
        String afterCreate, String beforeRun, String afterRun, String beforeRemove, Duration timeout) {

    public static LifecycleHooks none() {
        return new LifecycleHooks("", "", "", "", Duration.ofSeconds(60));
    }
}
