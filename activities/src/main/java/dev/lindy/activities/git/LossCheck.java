package dev.lindy.activities.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says what would be lost with a worktree. */
final class LossCheck {

    private final Git git;
    private final Path commonDir;
    private final Workspace workspace;

    LossCheck(Git git, Path commonDir, Workspace workspace) {
        this.git = git;
        this.commonDir = commonDir;
        this.workspace = workspace;
    }

    /** One clause that says what, or an empty text. */
    String wouldLose(String goalTip) {
        Path root = workspace.root();
        Git inside = git.in(root);
        WorktreeStatus status = WorktreeStatus.of(inside);
        // a deleted file holds nothing; a removal that was cut short leaves many
        Optional<WorktreeStatus.Entry> left =
                status.entries().stream().filter(entry -> !entry.gone()).findFirst();
        if (left.isPresent()) {
            return "has uncommitted files, for instance " + left.get().path();
        }
        if (status.head() == null || !git.isAncestor(status.head(), goalTip)) {
            return "has commits that are not in the goal branch";
        }
        if (new LiveProcesses(root).any()) {
            return "a program is at work in it";
        }
        if (hasNestedWorktree(root)) {
            return "another worktree is inside it";
        }
        return Files.exists(root.resolve(".gitmodules")) && movesSubmodule(status.head())
                ? "has commits of a submodule that may be nowhere else"
                : "";
    }

    private boolean hasNestedWorktree(Path root) {
        return new WorktreeRecords(commonDir)
                .folders().stream().anyMatch(path -> path.startsWith(root) && !path.equals(root));
    }

    private boolean movesSubmodule(String head) {
        return new Changes(git)
                .between(workspace.startCommit(), head).stream().anyMatch(ChangedFile::isSubmoduleOrRepository);
    }
}
