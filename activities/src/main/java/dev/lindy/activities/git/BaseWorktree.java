package dev.lindy.activities.git;

import java.nio.file.Path;
import java.util.List;

/**
 * A worktree that belongs to no task and is on no branch.
 *
 * @param root top of the worktree
 * @param project the project's folder in it
 * @param notes what people should know
 */
public record BaseWorktree(Path root, Path project, List<String> notes) {

    public BaseWorktree {
        notes = List.copyOf(notes);
    }
}
