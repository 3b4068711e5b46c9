package dev.lindy.activities.git;

import java.util.List;
import java.util.Optional;

/** Makes sure that a ref holds what an attempt left. */
final class CandidateRefs {

    private final Git git;
    private final Refs refs;

    CandidateRefs(Repository repository) {
        this.git = repository.git();
        this.refs = repository.refs();
    }

    /** Moves the task's branch forward to the commit, else keeps the commit under a ref of its own. */
    String secure(Workspace workspace, int attempt, String commit, WorktreeStatus before, List<String> notes) {
        if (workspace.branch().equals(before.branch())) {
            return workspace.branchRef();
        }
        RefState branch = refs.state(workspace.branchRef());
        boolean ours =
                branch == null || branch.worktree() == null || branch.worktree().equals(workspace.root());
        boolean forward = branch == null || git.isAncestor(branch.object(), commit);
        String from = branch == null ? null : branch.object();
        if (ours
                && forward
                && refs.move(List.of(new RefUpdate(workspace.branchRef(), from, commit)), "lindy: collect")) {
            git.in(workspace.root()).run("symbolic-ref", "-m", "lindy: collect", "HEAD", workspace.branchRef());
            return workspace.branchRef();
        }
        String kept = refs.keep(keepRef(workspace, attempt), commit);
        notes.add("the result is kept as `" + kept + "`, because `" + workspace.branch() + "` "
                + (ours ? "went another way" : "is checked out elsewhere"));
        return kept;
    }

    /** Keeps a refused commit that no branch holds. */
    Optional<String> secureRefused(Workspace workspace, int attempt, WorktreeStatus status) {
        if (status.branch() != null || status.head() == null) {
            return Optional.empty();
        }
        return Optional.of(refs.keep(keepRef(workspace, attempt), status.head()));
    }

    private static String keepRef(Workspace workspace, int attempt) {
        return "refs/lindy/keep/" + workspace.run() + "/" + workspace.task() + "/" + attempt;
    }
}
