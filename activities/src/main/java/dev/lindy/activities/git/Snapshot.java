package dev.lindy.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A commit of the user's uncommitted files, made with an index of its own, so that the user's stays as it is. */
public final class Snapshot {

    private final Repository repository;

    public Snapshot(Repository repository) {
        this.repository = repository;
    }

    /**
     * Commits HEAD plus what is not committed, on no branch; the caller must keep it reachable.
     *
     * @param sensitive patterns of files that stay out
     * @return the new commit, or HEAD where everything is committed
     * @throws GitProblem when conflicts are not resolved
     */
    public String take(String head, List<String> sensitive) {
        WorktreeStatus status = WorktreeStatus.of(repository.git().in(repository.topLevel()));
        if (!status.paths(WorktreeStatus.Kind.UNMERGED).isEmpty()) {
            throw new GitProblem(
                    GitProblem.Kind.UNMERGED,
                    "could not take the uncommitted files: conflicts in "
                            + Refusal.names(status.paths(WorktreeStatus.Kind.UNMERGED)),
                    "resolve them, or run without `--include-uncommitted`");
        }
        if (status.isClean()) {
            return head;
        }
        Path folder = createFolder();
        try {
            return take(head, excluded(status, sensitive), folder.resolve("index"));
        } finally {
            remove(folder);
        }
    }

    private static List<String> excluded(WorktreeStatus status, List<String> sensitive) {
        List<FilePattern> patterns = FilePattern.all(sensitive);
        return status.entries().stream()
                .filter(entry -> entry.kind() == WorktreeStatus.Kind.EMBEDDED
                        || patterns.stream().anyMatch(pattern -> pattern.matches(entry.path())))
                .map(WorktreeStatus.Entry::path)
                .toList();
    }

    private String take(String head, List<String> excluded, Path index) {
        Git plain = repository.git();
        copyIndex(Path.of(plain.line("rev-parse", "--path-format=absolute", "--git-path", "index")), index);
        Git git = plain.with(Map.of("GIT_INDEX_FILE", index.toString()));
        StringBuilder specs = new StringBuilder(".\0");
        excluded.forEach(path -> specs.append(":(exclude,literal)").append(path).append('\0'));
        git.feed(specs.toString(), "add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul");
        if (!excluded.isEmpty()) {
            // what the user has staged of them stays out as well
            git.feed(
                    String.join("\0", excluded) + "\0",
                    "--literal-pathspecs",
                    "reset",
                    "--quiet",
                    "--pathspec-from-file=-",
                    "--pathspec-file-nul");
        }
        String tree = git.line("write-tree");
        return git.line("commit-tree", "-p", head, "-m", "Uncommitted files at the start of the run", tree);
    }

    private static Path createFolder() {
        try {
            return Files.createTempDirectory("lindy-index");
        } catch (IOException problem) {
            throw new UncheckedIOException("could not create a temporary folder", problem);
        }
    }

    private static void copyIndex(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException problem) {
            throw new UncheckedIOException("could not copy " + from, problem);
        }
    }

    private static void remove(Path folder) {
        try {
            Deletion.of(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException("could not remove " + folder, problem);
        }
    }
}
