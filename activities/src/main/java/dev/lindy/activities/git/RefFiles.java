package dev.lindy.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The refs of a repository as git's {@code files} backend keeps them, read and swapped without a process. */
final class RefFiles {

    private final Path commonDir;
    private final PackedRefs packed;

    RefFiles(Path commonDir) {
        this.commonDir = commonDir;
        this.packed = new PackedRefs(commonDir.resolve("packed-refs"));
    }

    /** What a ref holds: an id, or whatever else its file says; empty where there is no such ref. */
    Optional<String> read(String ref) {
        // Loose first: who packs a ref writes the packed one before the loose one goes.
        String loose = loose(commonDir.resolve(ref));
        return loose == null ? Optional.ofNullable(packed.all().get(ref)) : Optional.of(loose);
    }

    /** Whether HEAD of the user's or of any linked worktree is on the branch; true also where one cannot be read. */
    boolean isCheckedOut(String ref) {
        String head = "ref: " + ref;
        if (head.equals(loose(commonDir.resolve("HEAD")))) {
            return true;
        }
        Path worktrees = commonDir.resolve("worktrees");
        if (!Files.isDirectory(worktrees)) {
            return false;
        }
        try (DirectoryStream<Path> records = Files.newDirectoryStream(worktrees)) {
            for (Path record : records) {
                String other = loose(record.resolve("HEAD"));
                if (Files.isDirectory(record) && (other == null || other.equals(head))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException problem) {
            return true;
        }
    }

    /** All refs below a folder of refs, for instance {@code refs/heads/}, by full name. */
    Map<String, String> below(String folder) {
        Map<String, String> found = new TreeMap<>();
        Path root = commonDir.resolve(folder);
        try {
            if (Files.isDirectory(root)) {
                Files.walkFileTree(root, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        String text = file.toString().endsWith(".lock") ? null : loose(file);
                        if (text != null) {
                            found.put(commonDir.relativize(file).toString(), text);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path gone, IOException problem) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("could not read the refs in " + root, problem);
        }
        packed.all().tailMap(folder).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(folder))
                .forEach(entry -> found.putIfAbsent(entry.getKey(), entry.getValue()));
        return found;
    }

    /**
     * Moves a ref that has no log from one commit to another, by git's own protocol of lock files.
     *
     * @param from where it must be, or null where it must not exist
     * @return false where it is elsewhere, or somebody holds its lock; git can say which
     */
    boolean swap(String ref, @Nullable String from, String to) {
        Path file = commonDir.resolve(ref);
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel =
                    FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                if (!read(ref).equals(Optional.ofNullable(from))) {
                    Files.delete(lock);
                    return false;
                }
                channel.write(ByteBuffer.wrap((to + "\n").getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(lock, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileAlreadyExistsException | NoSuchFileException taken) {
            return false;
        } catch (IOException problem) {
            throw new UncheckedIOException("could not move the ref " + ref, problem);
        }
    }

    private static @Nullable String loose(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file).strip() : null;
        } catch (IOException gone) {
            return null;
        }
    }
}
