package dev.lindy.activities.git;

/** A state of the repository that a person must mend; carries what is wrong and one action that could help. */
public final class GitProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** There is no git binary in PATH. */
        NO_GIT,
        /** The git binary lacks what Lindy needs. */
        OLD_GIT,
        /** The project is not inside a repository. */
        NOT_A_REPOSITORY,
        /** Git refuses a repository that belongs to somebody else. */
        UNSAFE_OWNER,
        /** The repository has no files checked out. */
        BARE,
        /** The repository has no commit yet. */
        NO_COMMIT,
        /** The base is not in the repository. */
        UNKNOWN_COMMIT,
        /** The base is not in the repository, which is a shallow clone. */
        SHALLOW,
        /** The branch prefix cannot be used. */
        BRANCH_PREFIX,
        /** The goal branch is gone or cannot be claimed. */
        GOAL_BRANCH,
        /** Conflicts in the user's files are not resolved. */
        UNMERGED,
        /** A worktree or task branch could not be made or claimed. */
        WORKSPACE
    }

    private final Kind kind;
    private final String hint;

    public GitProblem(Kind kind, String message, String hint) {
        super(message);
        this.kind = kind;
        this.hint = hint;
    }

    public Kind kind() {
        return kind;
    }

    /** One action that could help, without the word hint. */
    public String hint() {
        return hint;
    }
}
