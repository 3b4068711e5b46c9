package dev.lindy.project.repository;

import dev.lindy.activities.git.GitBinary;
import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitOutput;
import dev.lindy.activities.git.GitProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worktree whose agent has left changes that no commit holds.
 *
 * @param task as its folder is named, for instance {@code task-3}
 * @param files changed and new ones; a new folder counts once
 */
public record LeftBehind(String task, Path worktree, int files) {

    /** Looks into the worktrees of one run, in a folder each; those that git cannot read are left out. */
    public static List<LeftBehind> in(Path worktrees, Map<String, String> callerEnvironment) {
        List<LeftBehind> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(worktrees, "task-*")) {
            GitBinary git = GitBinary.in(callerEnvironment);
            for (Path folder : folders) {
                of(folder, git).ifPresent(found::add);
            }
        } catch (NoSuchFileException | GitProblem none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list `" + worktrees + "`", e);
        }
        found.sort(Comparator.comparing(LeftBehind::worktree));
        return found;
    }

    private static Optional<LeftBehind> of(Path folder, GitBinary git) {
        try {
            GitOutput status = git.run(folder, List.of("status", "--porcelain"), null, Map.of());
            int files = (int)
                    new String(status.stdout(), StandardCharsets.UTF_8).lines().count();
            return status.exit() == 0 && files > 0
                    ? Optional.of(new LeftBehind(folder.getFileName().toString(), folder, files))
                    : Optional.empty();
        } catch (GitFailed unreadable) {
            return Optional.empty();
        }
    }
}
