package dev.lindy.activities.git;

import dev.lindy.state.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The steps of making a worktree; each finds what a crash left of it. */
final class Worktrees {

    private final Repository repository;
    private final Git git;

    Worktrees(Repository repository) {
        this.repository = repository;
        this.git = repository.git();
    }

    static GitProblem inTheWay(Path root) {
        return new GitProblem(
                GitProblem.Kind.WORKSPACE,
                "could not create the worktree " + root + ": the folder holds something else",
                "move that folder away");
    }

    /** Makes room; files that nobody else has are moved, not removed. */
    void clear(Path root, List<String> notes) {
        WorktreeFolder place = new WorktreeFolder(root);
        switch (place.state(repository.commonDir())) {
            case FREE -> createParent(root);
            case HALF_MADE -> place.remove();
            case FORGOTTEN ->
                notes.add("the repository had forgotten the worktree " + root.getFileName() + "; its files are in "
                        + place.setAside());
            case READY, FOREIGN -> throw inTheWay(root);
        }
    }

    private static void createParent(Path root) {
        PrivateFiles.folder(Objects.requireNonNull(root.getParent(), "a worktree cannot be the root folder"));
    }

    /** Checks a task's branch out, or its commit where somebody else has the branch. */
    void add(Path root, TaskBranches.Claim claim, List<String> notes) {
        Path holder = claim.worktree();
        if (holder == null || holder.equals(root)) {
            add(root, List.of(), claim.branch());
        } else {
            notes.add("`" + claim.branch() + "` is checked out in " + holder + ", so it is left where it is");
            add(root, claim.head());
        }
    }

    /** Checks a commit out, on no branch. */
    void add(Path root, String commit) {
        add(root, List.of("--detach"), commit);
    }

    private void add(Path root, List<String> options, String target) {
        List<String> args = new ArrayList<>(List.of("worktree", "add", "--quiet"));
        args.addAll(options);
        args.addAll(List.of("--", root.toString(), target));
        GitOutput output = repository.patience().run(() -> git.attempt(args, null));
        if (!output.succeeded() && isStaleRecord(output, root)) {
            // twice: the record may be locked by the git that was killed
            args.addAll(2, List.of("--force", "--force"));
            output = repository.patience().run(() -> git.attempt(args, null));
        }
        if (!output.succeeded()) {
            throw GitFailed.of(args, output);
        }
    }

    /** Removes a worktree with all that is in it, or what is left of it where an earlier removal was cut short. */
    void remove(Path folder) {
        Path root = RealPath.of(folder);
        new WorktreeFolder(root).remove();
        if (new WorktreeRecords(repository.commonDir()).folders().contains(root)) {
            // twice: the record may be locked by the git that was killed
            git.run(repository.patience(), List.of("worktree", "remove", "--force", "--force", "--", root.toString()));
        }
    }

    // the folder is free, so a record of a worktree there is what a crash or a deletion left
    private static boolean isStaleRecord(GitOutput output, Path root) {
        return output.stderr().contains("'" + root + "'");
    }

    /** Fetches submodules and brings files of the project; says which. */
    List<String> fill(Path root, WorkspaceFiles files, List<String> notes) {
        if (Files.exists(root.resolve(".gitmodules"))) {
            GitOutput output = git.in(root).attempt("submodule", "--quiet", "update", "--init", "--recursive");
            if (!output.succeeded()) {
                notes.add("submodules could not all be fetched: " + output.complaint());
            }
        }
        String prefix = repository.projectPrefix();
        Path project = repository.topLevel().resolve(prefix);
        Bringing bringing = new Bringing(project, root.resolve(prefix), prefix);
        bringing.bring(files, new ExcludeFile(repository.commonDir()));
        notes.addAll(bringing.notes());
        return bringing.brought();
    }
}
