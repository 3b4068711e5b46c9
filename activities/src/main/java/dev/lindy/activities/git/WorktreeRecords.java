package dev.lindy.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The linked worktrees that a repository knows, read as {@code git worktree list} reads them but without a process. */
final class WorktreeRecords {

    private final Path records;

    WorktreeRecords(Path commonDir) {
        this.records = commonDir.resolve("worktrees");
    }

    /**
     * Their folders, whether or not these are there.
     *
     * @throws UncheckedIOException where a record cannot be read, since nobody knows then which folder is its
     */
    Set<Path> folders() {
        Set<Path> folders = new HashSet<>();
        if (!Files.isDirectory(records)) {
            return folders;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(records)) {
            for (Path record : entries) {
                if (Files.isDirectory(record)) {
                    folder(record).ifPresent(folders::add);
                }
            }
            return folders;
        } catch (IOException problem) {
            throw new UncheckedIOException("could not read " + records, problem);
        } catch (DirectoryIteratorException problem) {
            throw new UncheckedIOException("could not read " + records, problem.getCause());
        }
    }

    /** Empty for a record that is going or has no place, which git does not list either. */
    private static Optional<Path> folder(Path record) throws IOException {
        try {
            String text = Files.readString(record.resolve("gitdir")).strip();
            Path file = record.resolve(text).normalize(); // relative ones exist since git 2.48
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Objects.requireNonNull(file.getParent(), "a worktree cannot be the root folder"));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
