package dev.lindy.activities.git;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A folder that is to be, or is, the worktree of a task. A file in git's own record of the worktree says that it was
 * made ready; without that file no agent was ever in it.
 */
final class WorktreeFolder {

    private static final String READY = "lindy-workspace.json";
    private static final String JUDGING = "lindy-judging";

    private final ObjectMapper json = Payloads.mapper();
    private final Path root;

    WorktreeFolder(Path root) {
        this.root = root;
    }

    /** What is at the folder's place. */
    enum State {
        /** Nothing, or an empty folder. */
        FREE,
        /** Made ready by us. */
        READY,
        /** Begun by a {@code git worktree add} that did not come to its end. */
        HALF_MADE,
        /** A worktree that the repository has forgotten. */
        FORGOTTEN,
        /** Files that we did not make. */
        FOREIGN
    }

    State state(Path commonDir) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS) || isEmpty()) {
            return State.FREE;
        }
        Optional<Path> record = gitDir();
        if (record.isEmpty() || !record.get().startsWith(commonDir.resolve("worktrees"))) {
            return State.FOREIGN;
        }
        if (!Files.isDirectory(record.get())) {
            return State.FORGOTTEN;
        }
        return Files.exists(record.get().resolve(READY)) ? State.READY : State.HALF_MADE;
    }

    private boolean isEmpty() {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            return !entries.iterator().hasNext();
        } catch (IOException problem) {
            throw new UncheckedIOException("could not read " + root, problem);
        }
    }

    /** Git's own record of the worktree, which may be gone. */
    Optional<Path> gitDir() {
        Path file = root.resolve(".git");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file).strip();
            String start = "gitdir: ";
            return text.startsWith(start)
                    ? Optional.of(root.resolve(text.substring(start.length())).normalize())
                    : Optional.empty();
        } catch (IOException problem) {
            throw new UncheckedIOException("could not read " + file, problem);
        }
    }

    private Path file(String name) {
        return gitDir().orElseThrow(() -> new GitFailed("the worktree " + root + " has lost its .git file", null))
                .resolve(name);
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /** Whether HEAD is on this branch. */
    boolean isOn(String branchRef) {
        return readIfThere(file("HEAD")).strip().equals("ref: " + branchRef);
    }

    /** What HEAD says: {@code ref: <name>} or an id; empty where the folder is no linked worktree. */
    Optional<String> head() {
        return gitDir().map(dir -> readIfThere(dir.resolve("HEAD")).strip()).filter(text -> !text.isEmpty());
    }

    <T> T ready(Class<T> type) {
        Path file = file(READY);
        try {
            return json.readValue(file.toFile(), type);
        } catch (IOException problem) {
            throw new UncheckedIOException("could not read " + file, problem);
        }
    }

    void markReady(Record workspace) {
        try {
            write(READY, json.writeValueAsBytes(workspace));
        } catch (IOException problem) {
            throw new UncheckedIOException("could not write " + file(READY), problem);
        }
    }

    /** Says that HEAD was taken off the branch by us. */
    void markJudging() {
        try {
            write(JUDGING, new byte[0]);
        } catch (IOException problem) {
            throw new UncheckedIOException("could not write " + file(JUDGING), problem);
        }
    }

    boolean isJudging() {
        return has(JUDGING);
    }

    void endJudging() {
        try {
            Files.deleteIfExists(file(JUDGING));
        } catch (IOException problem) {
            throw new UncheckedIOException("could not remove " + file(JUDGING), problem);
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path target = file(name);
        Path fresh = target.resolveSibling(name + ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String readIfThere(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException problem) {
            throw new UncheckedIOException("could not read " + file, problem);
        }
    }

    /** Removes locks that a killed git left, once nothing is at work in the folder. */
    void breakLocks() {
        List<Path> locks = locks();
        if (locks.isEmpty()) {
            return;
        }
        awaitQuiet();
        try {
            for (Path lock : locks) {
                Files.deleteIfExists(lock);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("could not remove a stale lock in " + root, problem);
        }
    }

    private List<Path> locks() {
        Path dir = file("");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(dir, "*.lock")) {
            List<Path> locks = new ArrayList<>();
            found.forEach(locks::add);
            return locks;
        } catch (IOException problem) {
            throw new UncheckedIOException("could not read " + dir, problem);
        }
    }

    /** Waits for programs in the folder to end. */
    void awaitQuiet() {
        LiveProcesses live = new LiveProcesses(root);
        for (int n = 0; live.any(); n++) {
            if (n >= 50) {
                throw new GitFailed("another program is at work in " + root, null);
            }
            LockSupport.parkNanos(100_000_000L);
        }
    }

    /** Removes the folder; its {@code .git} file goes last, so that a second try knows it again. */
    void remove() {
        if (!Files.isDirectory(root)) {
            return;
        }
        awaitQuiet();
        Path last = root.resolve(".git");
        try {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
                for (Path entry : entries) {
                    if (!entry.equals(last)) {
                        Deletion.of(entry);
                    }
                }
            }
            Deletion.of(root);
        } catch (IOException problem) {
            throw new UncheckedIOException("could not remove the worktree " + root, problem);
        }
    }

    /** Moves the folder out of the way with all its files. */
    Path setAside() {
        try {
            for (int n = 1; ; n++) {
                Path aside = root.resolveSibling(root.getFileName() + ".lost-" + n);
                if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                    return Files.move(root, aside);
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("could not move " + root + " out of the way", problem);
        }
    }
}
