package dev.lindy.failure;

/** The types of failure that an Activity may end with; the name is the Temporal failure type. */
public enum FailureType {
    /** The repository is missing, empty, shallow or locked in a way that a person must mend. */
    REPOSITORY_UNUSABLE(false),
    /** A worktree or branch could not be made or claimed. */
    WORKSPACE_UNUSABLE(false),
    /** The plan or the project config does not hold together. */
    PLAN_INVALID(false),
    /** A file of the run's evidence is missing or was changed. */
    EVIDENCE_MISSING(false),
    /** A result is larger than Temporal may carry. */
    RESULT_TOO_LARGE(false),
    /** The request came from an older execution or names something that does not exist. */
    REQUEST_INVALID(false),
    /** A program could not be started or watched. */
    PROGRAM_UNUSABLE(true),
    /** The disk, the network or another program got in the way; worth another delivery. */
    INFRASTRUCTURE(true);

    private final boolean retryable;

    FailureType(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether Temporal may deliver the same Activity again. */
    public boolean isRetryable() {
        return retryable;
    }
}
