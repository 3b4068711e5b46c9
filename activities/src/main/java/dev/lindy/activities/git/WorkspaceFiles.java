package dev.lindy.activities.git;

import java.util.List;

/**
 * Untracked files of the project that every worktree needs, relative to the project's folder.
 *
 * @param copy files and folders that each worktree gets a copy of, for instance {@code .env}
 * @param link files and folders that worktrees share, for instance {@code node_modules}
 */
public record WorkspaceFiles(List<String> copy, List<String> link) {

    public WorkspaceFiles {
        copy = List.copyOf(copy);
        link = List.copyOf(link);
    }

    public static WorkspaceFiles none() {
        return new WorkspaceFiles(List.of(), List.of());
    }
}
