package dev.lindy.activities.git;

import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes, finds and removes the worktrees of tasks. */
public final class Workspaces {

    private final Repository repository;
    private final Git git;
    private final TaskBranches branches;
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
        List<String> notes = new ArrayList<>();
        WorktreeFolder.State state = place.state(repository.commonDir());
        if (state == WorktreeFolder.State.READY) {
            return resume(place, run, task, root);
        }
        if (state == WorktreeFolder.State.FOREIGN) {
            throw inTheWay(task, root);
        }
        if (state == WorktreeFolder.State.HALF_MADE) {
            place.removeHalfMade();
        }
        if (state == WorktreeFolder.State.FORGOTTEN) {
            notes.add("the repository had forgotten the worktree of " + task + "; its files are in " + place.setAside());
        }
        TaskBranches.Claim claim = branches.claim(run, task, tip);
        addWorktree(claim, root, notes);
        Workspace workspace = makeReady(run, task, root, claim, notes);
        place.markReady(workspace);
        return workspace;
    }

    private static GitProblem inTheWay(TaskId task, Path root) {
        return new GitProblem(
                GitProblem.Kind.WORKSPACE,
                "could not create the worktree of " + task + ": " + root + " holds something else",
                "move that folder away");
    }

    private Workspace resume(WorktreeFolder place, RunId run, TaskId task, Path root) {
        Workspace workspace = place.ready();
        if (!workspace.run().equals(run) || !workspace.task().equals(task)) {
            throw inTheWay(task, root);
        }
        place.breakLocks();
        if (place.isJudging()) {
            backToBranch(workspace);
        }
        return workspace;
    }

    private void addWorktree(TaskBranches.Claim claim, Path root, List<String> notes) {
        createFolder(root.getParent());
        List<String> args = new ArrayList<>(List.of("worktree", "add", "--quiet"));
        Path holder = claim.worktree();
        if (holder != null && !holder.equals(root)) {
            notes.add("`" + claim.branch() + "` is checked out in " + holder + ", so it is left where it is");
            args.add("--detach");
        }
        List<String> target = List.of("--", root.toString(), holder == null ? claim.branch() : claim.head());
        if (holder != null && holder.equals(root)) {
            target = List.of("--", root.toString(), claim.branch());
        }
        GitOutput output = add(args, target);
        if (!output.succeeded() && isStaleRecord(output, root)) {
            args.addAll(List.of("-f", "-f"));
            output = add(args, target);
        }
        if (!output.succeeded()) {
            throw GitFailed.of(args, output);
        }
    }

    private GitOutput add(List<String> options, List<String> target) {
        List<String> args = new ArrayList<>(options);
        args.addAll(target);
        return repository.patience().run(() -> git.attempt(args, null));
    }

    // the folder is free, so a record of a worktree there is what a crash or a deletion left
    private static boolean isStaleRecord(GitOutput output, Path root) {
        return output.stderr().contains("already registered")
                || output.stderr().contains("missing but locked")
                || output.stderr().contains("'" + root + "'");
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException("could not create " + folder, problem);
        }
    }

    private Workspace makeReady(RunId run, TaskId task, Path root, TaskBranches.Claim claim, List<String> notes) {
        if (Files.exists(root.resolve(".gitmodules"))) {
            GitOutput output =
                    git.in(root).attempt("submodule", "--quiet", "update", "--init", "--recursive");
            if (!output.succeeded()) {
                notes.add("submodules could not all be fetched: " + output.complaint());
            }
        }
        String prefix = repository.projectPrefix();
        Path project = root.resolve(prefix);
        Bringing bringing = new Bringing(repository.topLevel().resolve(prefix), project, prefix);
        bringing.bring(files, new ExcludeFile(repository.commonDir()));
        notes.addAll(bringing.notes());
        return new Workspace(run, task, root, project, claim.branch(), claim.start(), bringing.brought(), notes);
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

    /**
     * Makes a worktree of a commit that belongs to no task, or finds the one made before.
     *
     * @param folder where the worktree is to be
     * @return the project's folder in it
     */
    public Path prepareDetached(String commit, Path folder) {
        Path root = RealPath.of(folder);
        synchronized (lockOf(root)) {
            Path project = root.resolve(repository.projectPrefix());
            Path ready = root.resolveSibling(root.getFileName() + ".ready");
            if (Files.exists(ready) && repository.headOf(root).equals(commit)) {
                return project;
            }
            createFolder(root.getParent());
            List<String> options = new ArrayList<>(List.of("worktree", "add", "--quiet", "--detach", "-f", "-f"));
            List<String> target = List.of("--", root.toString(), commit);
            if (Files.isDirectory(root)) {
                git.run("worktree", "remove", "--force", "--force", "--", root.toString());
            }
            GitOutput output = add(options, target);
            if (!output.succeeded()) {
                throw GitFailed.of(options, output);
            }
            new Bringing(repository.topLevel().resolve(repository.projectPrefix()), project, repository.projectPrefix())
                    .bring(files, new ExcludeFile(repository.commonDir()));
            writeMark(ready);
            return project;
        }
    }

    /** One lock per folder within this process; between processes a program's claim decides. */
    private Object lockOf(Path root) {
        return repository.locks().computeIfAbsent(root, path -> new Object());
    }

    private static void writeMark(Path ready) {
        try {
            Files.writeString(ready, "");
        } catch (IOException problem) {
            throw new UncheckedIOException("could not write " + ready, problem);
        }
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
            repository
                    .refs()
                    .keep("refs/lindy/keep/" + workspace.run() + "/" + workspace.task() + "/changes", changes);
        }
        inside.run("reset", "--quiet", "--hard");
        inside.run("checkout", "--quiet", option, target, "--");
    }

    /**
     * Removes a worktree when nothing would be lost with it; its branch stays.
     *
     * @param goalTip commit of the goal branch, which must hold the work
     * @return why the worktree was kept, or an empty text when it is gone
     */
    public String remove(Workspace workspace, String goalTip) {
        Path root = workspace.root();
        if (!Files.isDirectory(root)) {
            return "";
        }
        String reason = new LossCheck(git, workspace).wouldLose(goalTip);
        if (reason.isEmpty()) {
            git.run("worktree", "remove", "--force", "--", root.toString());
        }
        return reason;
    }
}
