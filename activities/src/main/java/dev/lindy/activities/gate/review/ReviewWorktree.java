package dev.lindy.activities.gate.review;

import dev.lindy.activities.git.BaseWorktree;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.git.WorkspaceFiles;
import dev.lindy.activities.git.Workspaces;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A worktree of the candidate that one judging agent has to itself, on no branch and without files that git does not
 * know. What is changed in it is noted and goes with it.
 */
final class ReviewWorktree {

    private final Workspaces workspaces;
    private final Path folder;

    private ReviewWorktree(Repository repository, RunContext run, Path folder) {
        workspaces = new Workspaces(repository, Repositories.prefix(run), new WorkspaceFiles(List.of(), List.of()));
        this.folder = folder;
    }

    static ReviewWorktree of(Repository repository, RunContext run, Path folder) {
        return new ReviewWorktree(repository, run, folder);
    }

    /** Idempotent; made as new, whatever an earlier delivery left. */
    BaseWorktree prepare(String commit) {
        workspaces.removeBase(folder);
        return Repositories.usable(() -> workspaces.prepareBase(commit, folder));
    }

    /** Says what was changed and removes it; empty where an earlier delivery did both. */
    List<String> discard(String commit) {
        List<String> notes = new ArrayList<>();
        workspaces
                .changed(folder, commit)
                .forEach(path -> notes.add("changed `" + path + "` in its own worktree, which was thrown away"));
        workspaces.removeBase(folder);
        return notes;
    }
}
