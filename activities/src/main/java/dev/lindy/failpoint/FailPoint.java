package dev.lindy.failpoint;

import java.util.List;
import java.util.ServiceLoader;

/**
 * An instant between two steps, both of them on disk, in git or at the server, at which a death must not part what
 * belongs together. Passing one costs nothing where there is no {@link Trap}, and the product has none.
 */
public enum FailPoint {
    /** The goal branch is claimed, and the journal knows nothing of the run. */
    GOAL_CLAIMED,
    /** A task's branch is claimed, and has no worktree. */
    BRANCH_CLAIMED,
    /** A worktree is checked out, and does not say that it is ready. */
    WORKTREE_ADDED,
    /** The journal has an attempt that nothing was done for. */
    ATTEMPT_DECIDED,
    /** A program is recorded, and nothing was launched. Detail: its kind. */
    PROGRAM_RECORDED,
    /** A record says that a launcher was started, which it was not. Detail: the program's kind. */
    LAUNCH_MARKED,
    /** A launcher was started, and whoever asked for it was not told. Detail: the program's kind. */
    LAUNCHED,
    /** A program has ended and nothing was made of it. Detail: its kind. */
    PROGRAM_ENDED,
    /** The candidate commit is collected, and the attempt has no result. */
    CANDIDATE_COLLECTED,
    /** A program's result is ready and nobody was told. Detail: the program's kind. */
    RESULT_READ,
    /** The server has a program's result, and the record still says that it has to be told. Detail: its kind. */
    RESULT_TOLD,
    /** There is a merge commit that no ref leads to. */
    MERGE_COMMITTED,
    /** The journal's commit for a merge is there as well; no ref has moved. */
    MERGE_JOURNALED,
    /** Goal ref, branch and journal have moved, and the task's worktree is still there. */
    GOAL_MOVED,
    /** A merge is done and the server was not told. */
    MERGE_DONE,
    /** The projection shows what the journal does not know. Detail: status of the run. */
    RECORD_SHOWN,
    /** Projection and journal are written and the Workflow was not told. Detail: status of the run. */
    RECORD_DONE,
    /** The run has ended and no report was begun. */
    REPORT_BEGUN,
    /** The report is on disk and not in the journal. */
    REPORT_WRITTEN,
    /** Report, journal and session are written, and nothing was put away. */
    REPORT_JOURNALED,
    /** Everything is put away and the server was not told. */
    REPORT_DONE;

    private static final List<Trap> TRAPS = ServiceLoader.load(Trap.class, FailPoint.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    public void pass() {
        pass("");
    }

    public void pass(String detail) {
        for (Trap trap : TRAPS) {
            trap.at(this, detail);
        }
    }
}
