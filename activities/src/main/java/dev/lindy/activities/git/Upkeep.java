package dev.lindy.activities.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What clean-up asks and does in a repository. Task branches and worktrees go only when their commits are in a branch
 * that is no task's, and only as they were when that was looked at.
 */
public final class Upkeep {

    private static final String HEADS = "refs/heads/";
    private static final String MARKS = "refs/lindy/tasks/";

    private final Repository repository;
    private final Git git;
    private final String taskBranches;

    /** @param branchPrefix what the names of task branches start with, without the slash */
    public Upkeep(Repository repository, String branchPrefix) {
        this.repository = repository;
        this.git = repository.git();
        this.taskBranches = branchPrefix + "/task-";
    }

    /**
     * A task branch.
     *
     * @param name short
     * @param run that claimed it, or null where no run is known to have
     * @param worktree folder that has it checked out, or null
     */
    public record Branch(
            String name,
            String commit,
            Instant committedAt,
            @Nullable String run,
            @Nullable Path worktree) {}

    /** All task branches, by name. */
    public List<Branch> branches() {
        Map<String, String> owners = owners();
        String format = "%(refname:lstrip=2)%00%(objectname)%00%(committerdate:unix)%00%(worktreepath)";
        List<Branch> found = new ArrayList<>();
        for (String line : git.run("for-each-ref", "--format=" + format, HEADS + taskBranches + "*")
                .lines()) {
            String[] part = line.split("\0", -1);
            found.add(new Branch(
                    part[0],
                    part[1],
                    Instant.ofEpochSecond(Long.parseLong(part[2])),
                    owners.get(part[0]),
                    part[3].isEmpty() ? null : Path.of(part[3])));
        }
        return found;
    }

    /** Runs by the branches that they claimed; the marks name the last part of the branch. */
    private Map<String, String> owners() {
        String folder = taskBranches.substring(0, taskBranches.lastIndexOf('/') + 1);
        Map<String, String> owners = new LinkedHashMap<>();
        for (String mark : repository.refs().read(MARKS).keySet()) {
            String[] part = mark.substring(MARKS.length()).split("/", 2);
            if (part.length == 2) {
                owners.put(folder + part[1], part[0]);
            }
        }
        return owners;
    }

    /** The short name of a branch or goal ref that is no task's and holds the commit, or empty. */
    public Optional<String> holder(String commit) {
        return git
                .run(
                        "for-each-ref",
                        "--contains",
                        commit,
                        "--format=%(refname)",
                        HEADS,
                        "refs/remotes/",
                        "refs/lindy/goal/")
                .lines()
                .stream()
                .filter(ref -> !ref.contains("/" + taskBranches))
                .map(ref -> ref.replaceFirst("^refs/(heads|remotes)/", ""))
                .findFirst();
    }

    /**
     * Deletes a branch, and the mark of the run that claimed it, if it is merged, checked out nowhere, and as it was.
     *
     * @return why it was kept, or an empty text when it is gone
     */
    public String delete(Branch branch) {
        String ref = HEADS + branch.name();
        RefState now = repository.refs().read(ref).get(ref);
        if (now == null || !now.object().equals(branch.commit())) {
            return "it has moved meanwhile";
        }
        if (now.worktree() != null) {
            return "it is checked out in " + now.worktree();
        }
        if (holder(branch.commit()).isEmpty()) {
            return "its commits are in no other branch";
        }
        Map<String, String> refs = new LinkedHashMap<>();
        refs.put(ref, branch.commit());
        if (branch.run() != null) {
            String mark =
                    MARKS + branch.run() + branch.name().substring(branch.name().lastIndexOf('/'));
            repository.refs().object(mark).ifPresent(object -> refs.put(mark, object));
        }
        return repository.refs().delete(refs, "lindy: clean up");
    }

    /** Folders of the repository's linked worktrees. */
    public List<Path> worktrees() {
        return git.run("worktree", "list", "--porcelain", "-z").records().stream()
                .filter(line -> line.startsWith("worktree "))
                .map(line -> Path.of(line.substring("worktree ".length())))
                .filter(root -> !root.equals(repository.topLevel()))
                .toList();
    }

    /** One clause that says what would be lost with a worktree, or an empty text. */
    public String wouldLose(Path root) {
        WorktreeFolder place = new WorktreeFolder(root);
        WorktreeFolder.State state = place.state(repository.commonDir());
        if (state == WorktreeFolder.State.FREE) {
            return "";
        }
        if (state == WorktreeFolder.State.FOREIGN || state == WorktreeFolder.State.FORGOTTEN) {
            return "it is no worktree of this repository";
        }
        WorktreeStatus status = WorktreeStatus.of(git.in(root));
        Optional<WorktreeStatus.Entry> left =
                status.entries().stream().filter(entry -> !entry.gone()).findFirst();
        if (left.isPresent()) {
            return "it has uncommitted files, for instance " + left.get().path();
        }
        if (UnfinishedWork.in(place, status).isPresent()) {
            return "a merge or rebase in it is not finished";
        }
        if (status.head() == null || holder(status.head()).isEmpty()) {
            return "its commits are in no branch but a task's";
        }
        return inUse(root);
    }

    private String inUse(Path root) {
        if (new LiveProcesses(root).any()) {
            return "a program is at work in it";
        }
        if (worktrees().stream().anyMatch(other -> other.startsWith(root) && !other.equals(root))) {
            return "another worktree is inside it";
        }
        return Files.exists(root.resolve(".gitmodules")) ? "it has submodules, whose commits may be nowhere else" : "";
    }

    /**
     * Removes a worktree that holds nobody's work, with all that is in it.
     *
     * @return why it was kept, or an empty text when it is gone
     */
    public String discard(Path root) {
        String reason = inUse(root);
        if (reason.isEmpty()) {
            new Worktrees(repository).remove(root);
        }
        return reason;
    }

    /**
     * Removes a worktree with which nothing would be lost; its branch stays.
     *
     * @return why it was kept, or an empty text when it is gone
     */
    public String remove(Path root) {
        String reason = wouldLose(root);
        if (reason.isEmpty()) {
            new Worktrees(repository).remove(root);
        }
        return reason;
    }
}
