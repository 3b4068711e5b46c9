package dev.lindy.activities.gate;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.activities.git.Workspace;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.WorkspaceFile;
import dev.lindy.activity.JudgeTree;
import dev.lindy.failure.FailureType;
import dev.lindy.state.StateDirectory;
import java.nio.file.Path;

/** Finds a worktree for the commit that a gate judges. */
final class GateCheckout {

    private final StateDirectory state;
    private final Repositories repositories;

    GateCheckout(StateDirectory state, Repositories repositories) {
        this.state = state;
        this.repositories = repositories;
    }

    /** The project's folder of a worktree that has the commit checked out. */
    Path of(RunContext run, JudgeTree request) {
        if (request.place() == JudgeTree.Place.BASE) {
            Path folder = state.worktrees(request.run().run()).resolve("base");
            return Repositories.usable(() -> repositories
                    .workspaces(run)
                    .prepareBase(request.commit(), folder)
                    .project());
        }
        Workspace workspace = WorkspaceFile.of(run.folder(), request.task())
                .read()
                .orElseThrow(() -> new LindyException(
                        FailureType.WORKSPACE_UNUSABLE,
                        "the worktree of " + request.task() + " is gone",
                        "start the task again with `lindy retry`"));
        repositories.workspaces(run).ensureAt(workspace, request.commit());
        return workspace.project();
    }
}
