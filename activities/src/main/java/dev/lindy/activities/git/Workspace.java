package dev.lindy.activities.git;

import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import java.nio.file.Path;
import java.util.List;

/**
 * A worktree and a branch that belong to one task.
 *
 * @param root top of the worktree
 * @param project the project's folder in the worktree, where relative paths of the config start
 * @param branch short name of the task's branch
 * @param startCommit tip of the goal branch when the task was first prepared
 * @param brought paths from the top that were copied or linked in and belong into no commit
 * @param notes what people should know
 */
public record Workspace(
        RunId run,
        TaskId task,
        Path root,
        Path project,
        String branch,
        String startCommit,
        List<String> brought,
        List<String> notes) {

    public Workspace {
        brought = List.copyOf(brought);
        notes = List.copyOf(notes);
    }

    String branchRef() {
        return "refs/heads/" + branch;
    }
}
