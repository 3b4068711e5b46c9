package dev.lindy.activities.git;

import dev.lindy.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where accepted work of one run goes. The truth is {@code refs/lindy/goal/<run>}; the branch {@code
 * <prefix>/goal-<run>} follows it in the same transaction as long as nobody has it checked out or moved it.
 */
public final class GoalBranch {

    private static final String HEADS = "refs/heads/";

    private final Git git;
    private final Refs refs;
    private final String branchRef;
    private final String goalRef;
    private final String base;

    private GoalBranch(Repository repository, String prefix, RunId run, String base) {
        this.git = repository.git();
        this.refs = repository.refs();
        this.branchRef = HEADS + prefix + "/goal-" + run;
        this.goalRef = "refs/lindy/goal/" + run;
        this.base = base;
    }

    /** The goal branch of a run that has claimed it before. */
    public static GoalBranch of(Repository repository, String prefix, RunId run, String base) {
        return new GoalBranch(repository, prefix, run, base);
    }

    /**
     * Creates the branch at the base, or finds the one that an earlier delivery created. A branch that is there already
     * and not ours stays as it is.
     *
     * @param base commit the run starts from
     */
    public static GoalBranch claim(Repository repository, String prefix, RunId run, String base) {
        GoalBranch goal = of(repository, prefix, run, base);
        RefUpdate own = new RefUpdate(goal.goalRef, null, base);
        if (!goal.refs.move(List.of(own, new RefUpdate(goal.branchRef, null, base)), "lindy: claim")
                && goal.refs.object(goal.goalRef).isEmpty()
                && !goal.refs.move(List.of(own), "lindy: claim")) {
            // another delivery was quicker, or the tip now says what is wrong
            goal.tip();
        }
        return goal;
    }

    /** Removes branch and ref of a run that brought nothing, so that they hold nothing but the base. */
    public void dropWhereEmpty() {
        if (!refs.object(goalRef).filter(base::equals).isPresent()) {
            return;
        }
        RefState branch = refs.read(branchRef).get(branchRef);
        if (branch != null && branch.worktree() == null && branch.object().equals(base)) {
            git.attempt("update-ref", "-d", branchRef, base);
        }
        git.attempt("update-ref", "-d", goalRef, base);
    }

    /** Commit the run starts from. */
    public String base() {
        return base;
    }

    /** The commit that holds all accepted work. */
    public String tip() {
        return refs.object(goalRef)
                .orElseThrow(() -> new GitProblem(
                        GitProblem.Kind.GOAL_BRANCH,
                        "the ref `" + goalRef + "` is gone, which holds the accepted work of the run",
                        "bring it back with `git update-ref " + goalRef
                                + " <commit>`; the run's journal and report name" + " its last commit"));
    }

    /** Short name of the branch, or the full ref where the branch does not hold all accepted work. */
    public String name() {
        return isFollowing(refs.read(goalRef, branchRef)) ? branchRef.substring(HEADS.length()) : goalRef;
    }

    private boolean isFollowing(Map<String, RefState> states) {
        RefState goal = states.get(goalRef);
        RefState branch = states.get(branchRef);
        return goal != null && branch != null && goal.object().equals(branch.object());
    }

    /** Moves all that follows from one tip to a later commit, or nothing; the answer is git's. */
    GitOutput advance(String tip, String commit, @Nullable RefUpdate beside) {
        List<RefUpdate> updates = new ArrayList<>(List.of(new RefUpdate(goalRef, tip, commit)));
        RefState branch = refs.state(branchRef);
        if (branch != null && branch.worktree() == null && git.isAncestor(branch.object(), tip)) {
            updates.add(new RefUpdate(branchRef, branch.object(), commit));
        }
        if (beside != null) {
            updates.add(beside);
        }
        return refs.attempt(updates, "lindy: integrate");
    }
}
