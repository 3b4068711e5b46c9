package dev.lindy.activities.git;

import dev.lindy.run.BaseRef;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Commits what is in the user's checkout, tracked and new files but no ignored ones, through an index of its own: index,
 * HEAD, branches, stash and files of the user stay as they are, and no hook runs.
 */
public final class Snapshots {

    private static final List<String> ADD = List.of(
            "-c",
            "core.splitIndex=false",
            "-c",
            "core.safecrlf=false",
            "add",
            "--all",
            "--pathspec-from-file=-",
            "--pathspec-file-nul");

    private final Repository repository;
    private final List<FilePattern> sensitive;

    /**
     * Snapshots of a checkout.
     *
     * @param sensitive patterns of files that may be in no commit
     */
    public Snapshots(Repository repository, List<String> sensitive) {
        this.repository = repository;
        this.sensitive = FilePattern.all(sensitive);
    }

    /**
     * Takes a snapshot and keeps it as {@code refs/lindy/base/<run>}; where the checkout is as HEAD it is that commit.
     *
     * @throws GitProblem when there is no commit yet, or a conflict that is not resolved
     */
    public Snapshot take(RunId run) {
        BaseRef head = repository.resolveBase(null);
        repository.excludeOurFiles();
        WorktreeStatus status = WorktreeStatus.of(repository.git());
        refuseConflicts(status);
        String tree = tree(status);
        if (tree.equals(repository.git().line("rev-parse", "--verify", head.commit() + "^{tree}"))) {
            return new Snapshot(head, List.of(), leftOut(status), notes(status));
        }
        String commit = repository
                .git()
                .feed(message(run, head), "commit-tree", tree, "-p", head.commit(), "-F", "-")
                .line();
        repository.refs().keep("refs/lindy/base/" + run, commit);
        List<String> files = new Changes(repository.git()).files(head.commit(), commit);
        return new Snapshot(new BaseRef(head.branch(), commit), files, leftOut(status), notes(status));
    }

    private void refuseConflicts(WorktreeStatus status) {
        List<String> conflicts = status.paths(WorktreeStatus.Kind.UNMERGED);
        if (!conflicts.isEmpty()) {
            throw new GitProblem(
                    GitProblem.Kind.UNMERGED,
                    "could not take a snapshot of " + repository.topLevel() + ": conflicts are not resolved in "
                            + Refusal.names(conflicts),
                    "resolve them, or leave `--include-uncommitted` out");
        }
    }

    private static String message(RunId run, BaseRef head) {
        String place = head.branch() == null ? head.commit().substring(0, 12) : "`" + head.branch() + "`";
        return "Uncommitted work on " + place + "\n\nWhat the checkout held when run " + run + " started.\n";
    }

    private String tree(WorktreeStatus status) {
        Path folder = scratch();
        Path index = folder.resolve("index");
        try {
            Git git = repository.git().with(Map.of("GIT_INDEX_FILE", index.toString()));
            fill(index, git);
            git.run(ADD, pathspecs(status).getBytes(StandardCharsets.UTF_8));
            restore(sensitive(git), git);
            return git.line("write-tree");
        } finally {
            delete(index, folder.resolve("index.lock"), folder);
        }
    }

    // the user's index knows what is unchanged, and which files a sparse checkout does not have; its time tells git
    // which files to look at again
    private void fill(Path index, Git git) {
        Path theirs = Path.of(repository.git().line("rev-parse", "--path-format=absolute", "--git-path", "index"));
        try {
            if (Files.exists(theirs)) {
                Files.copy(theirs, index, StandardCopyOption.COPY_ATTRIBUTES);
            } else {
                git.run("read-tree", "HEAD");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + theirs + "`", e);
        }
    }

    private String pathspecs(WorktreeStatus status) {
        StringBuilder specs = new StringBuilder(".\0");
        status.paths(WorktreeStatus.Kind.EMBEDDED).forEach(path -> exclude(path, specs));
        leftOut(status).forEach(path -> exclude(path, specs));
        return specs.toString();
    }

    private static void exclude(String path, StringBuilder specs) {
        specs.append(":(exclude,literal)").append(path).append('\0');
    }

    // one that the user has staged is in the copy of the index, another may have come up in this moment
    private List<String> sensitive(Git git) {
        return git
                .run("diff-index", "--cached", "-z", "--name-only", "--no-renames", "--diff-filter=AMT", "HEAD")
                .records()
                .stream()
                .filter(this::isSensitive)
                .toList();
    }

    /** Puts files back to what HEAD has of them. */
    private static void restore(List<String> paths, Git git) {
        if (paths.isEmpty()) {
            return;
        }
        StringBuilder entries = new StringBuilder();
        String none = "0".repeat(git.line("rev-parse", "--verify", "HEAD").length());
        paths.forEach(path ->
                entries.append("0 ").append(none).append('\t').append(path).append('\0'));
        Set<String> wanted = Set.copyOf(paths);
        git.run("ls-tree", "-r", "-z", "--full-tree", "HEAD").records().stream()
                .filter(entry -> wanted.contains(entry.substring(entry.indexOf('\t') + 1)))
                .forEach(entry -> entries.append(entry).append('\0'));
        git.feed(entries.toString(), "update-index", "-z", "--index-info");
    }

    private List<String> leftOut(WorktreeStatus status) {
        return changes(status)
                .filter(entry -> !entry.gone())
                .map(WorktreeStatus.Entry::path)
                .filter(this::isSensitive)
                .toList();
    }

    private boolean isSensitive(String path) {
        return sensitive.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static Stream<WorktreeStatus.Entry> changes(WorktreeStatus status) {
        return status.entries().stream()
                .filter(entry -> entry.kind() == WorktreeStatus.Kind.CHANGED
                        || entry.kind() == WorktreeStatus.Kind.UNTRACKED
                        || entry.kind() == WorktreeStatus.Kind.NEW_LINK);
    }

    private static List<String> notes(WorktreeStatus status) {
        List<String> notes = new ArrayList<>();
        List<String> embedded = status.paths(WorktreeStatus.Kind.EMBEDDED);
        if (!embedded.isEmpty()) {
            notes.add("repositories inside the checkout are not part of the snapshot: " + Refusal.names(embedded));
        }
        List<String> submodules = status.paths(WorktreeStatus.Kind.DIRTY_SUBMODULE);
        if (!submodules.isEmpty()) {
            notes.add(
                    "uncommitted changes inside submodules are not part of the snapshot: " + Refusal.names(submodules));
        }
        return notes;
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("lindy-snapshot-");
        } catch (IOException e) {
            throw new UncheckedIOException("could not make a folder for a snapshot", e);
        }
    }

    private static void delete(Path... paths) {
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("could not delete `" + path + "`", e);
            }
        }
    }
}
