package dev.lindy.activities.git;

import dev.lindy.failpoint.FailPoint;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes, finds and removes the worktrees of tasks. */
public final class Workspaces {

    private final Repository repository;
    private final Git git;
    private final TaskBranches branches;
    private final Worktrees worktrees;
    private final WorkspaceFiles files;

    /**
     * Makes worktrees of one repository.
     *
     * @param branchPrefix what the names of task branches start with, without the slash
     * @param files untracked files that every worktree needs
     */
    public Workspaces(Repository repository, String branchPrefix, WorkspaceFiles files) {
        this.repository = repository;
        this.git = repository.git();
        this.branches = new TaskBranches(repository.refs(), branchPrefix);
        this.worktrees = new Worktrees(repository);
        this.files = files;
    }

    /**
     * Makes the task's worktree, or finds the one that an earlier delivery made.
     *
     * <p>Idempotent after a crash at any point: what is ready is found with all that an agent left in it, what is
     * half-made is made again. Existing branches are never moved.
     *
     * @param tip commit that a new task starts from
     * @param folder where the worktree is to be
     * @throws GitProblem when files that are not ours are in the way
     */
    public Workspace prepare(RunId run, TaskId task, String tip, Path folder) {
        Path root = RealPath.of(folder);
        WorktreeFolder place = new WorktreeFolder(root);
        if (place.state(repository.commonDir()) == WorktreeFolder.State.READY) {
            return resume(place, run, task, root);
        }
        List<String> notes = new ArrayList<>();
        worktrees.clear(root, notes);
        TaskBranches.Claim claim = branches.claim(run, task, tip);
        FailPoint.BRANCH_CLAIMED.pass();
        worktrees.add(root, claim, notes);
        FailPoint.WORKTREE_ADDED.pass();
        Workspace workspace = new Workspace(
                run,
                task,
                root,
                root.resolve(repository.projectPrefix()),
                claim.branch(),
                claim.start(),
                worktrees.fill(root, files, notes),
                notes);
        place.markReady(workspace);
        return workspace;
    }

    private Workspace resume(WorktreeFolder place, RunId run, TaskId task, Path root) {
        Workspace workspace = place.ready(Workspace.class);
        if (!workspace.run().equals(run) || !workspace.task().equals(task)) {
            throw Worktrees.inTheWay(root);
        }
        place.breakLocks();
        if (place.isJudging()) {
            backToBranch(workspace);
        }
        return workspace;
    }

    /**
     * Makes or finds a worktree on no branch, for gates that judge a commit of no task.
     *
     * <p>Idempotent; what gates changed in it before is not kept.
     *
     * @param folder where the worktree is to be
     */
    public BaseWorktree prepareBase(String commit, Path folder) {
        Path root = RealPath.of(folder);
        synchronized (lockOf(root)) {
            return prepareBaseAt(commit, root);
        }
    }

    private BaseWorktree prepareBaseAt(String commit, Path root) {
        WorktreeFolder place = new WorktreeFolder(root);
        List<String> notes = new ArrayList<>();
        if (place.state(repository.commonDir()) == WorktreeFolder.State.READY) {
            BaseWorktree earlier = place.ready(BaseWorktree.class);
            place.breakLocks();
            git.in(root).run("checkout", "--quiet", "--force", "--detach", commit, "--");
            return earlier;
        }
        worktrees.clear(root, notes);
        worktrees.add(root, commit);
        worktrees.fill(root, files, notes);
        BaseWorktree made = new BaseWorktree(root, root.resolve(repository.projectPrefix()), notes);
        place.markReady(made);
        return made;
    }

    /** Removes a worktree that {@link #prepareBase} made, or began to, with all that is in it. */
    public void removeBase(Path folder) {
        worktrees.remove(folder);
    }

    /**
     * What was done in a worktree that {@link #prepareBase} made: changed files, and {@code HEAD} where it has moved.
     *
     * @return at most 20 paths; none where the worktree is gone
     */
    public List<String> changed(Path folder, String commit) {
        Path root = RealPath.of(folder);
        if (new WorktreeFolder(root).state(repository.commonDir()) != WorktreeFolder.State.READY) {
            return List.of();
        }
        WorktreeStatus status = WorktreeStatus.of(git.in(root));
        List<String> found = new ArrayList<>(status.paths());
        if (!commit.equals(status.head())) {
            found.add(0, "HEAD");
        }
        return found.stream().limit(20).toList();
    }

    /**
     * Checks out a commit, off every branch, so that gates can judge it.
     *
     * @throws GitFailed when files that git does not know are in the way
     */
    public void checkoutDetached(Workspace workspace, String commit) {
        WorktreeFolder place = new WorktreeFolder(workspace.root());
        place.breakLocks();
        place.markJudging();
        checkout(workspace, "--detach", commit);
    }

    /** Makes sure that the worktree has a commit checked out, whichever branch that takes it off. */
    public void ensureAt(Workspace workspace, String commit) {
        synchronized (lockOf(workspace.root())) {
            if (!repository.headOf(workspace.root()).equals(commit)) {
                checkoutDetached(workspace, commit);
            }
        }
    }

    /** One lock per folder within this process; between processes a program's claim decides. */
    private Object lockOf(Path root) {
        return repository.locks().computeIfAbsent(root, path -> new Object());
    }

    /** Checks the task's branch out again after {@link #checkoutDetached}; what gates changed is not kept. */
    public void backToBranch(Workspace workspace) {
        WorktreeFolder place = new WorktreeFolder(workspace.root());
        place.breakLocks();
        if (!place.isOn(workspace.branchRef())) {
            GitOutput held = git.attempt("for-each-ref", "--format=%(worktreepath)", workspace.branchRef());
            if (held.line().isEmpty()) {
                checkout(workspace, "--no-guess", workspace.branch());
            } else {
                checkout(workspace, "--detach", workspace.branchRef());
            }
        }
        place.endJudging();
    }

    private void checkout(Workspace workspace, String option, String target) {
        Git inside = git.in(workspace.root());
        if (inside.attempt("checkout", "--quiet", option, target, "--").succeeded()) {
            return;
        }
        String changes = inside.line("stash", "create", "lindy: before a checkout");
        if (!changes.isEmpty()) {
            repository.refs().keep("refs/lindy/keep/" + workspace.run() + "/" + workspace.task() + "/changes", changes);
        }
        inside.run("reset", "--quiet", "--hard");
        inside.run("checkout", "--quiet", option, target, "--");
    }

    /**
     * Removes a worktree when nothing would be lost with it; its branch stays. Goes on where an earlier removal was cut
     * short.
     *
     * @param goalTip commit of the goal branch, which must hold the work
     * @return why the worktree was kept, or an empty text when it is gone
     */
    public String remove(Workspace workspace, String goalTip) {
        Path root = workspace.root();
        String reason =
                Files.isDirectory(root) ? new LossCheck(git, repository.commonDir(), workspace).wouldLose(goalTip) : "";
        if (reason.isEmpty()) {
            worktrees.remove(root);
        }
        return reason;
    }
}
