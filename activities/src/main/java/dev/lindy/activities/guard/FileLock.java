package dev.lindy.activities.guard;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Git's own way to write a file: whoever makes {@code <file>.lock} writes there and renames it. */
final class FileLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int TRIES = 100;

    private final Path file;
    private final Path lock;

    private FileLock(Path file, Path lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Waits up to 5 s for others.
     *
     * @throws FileAlreadyExistsException where somebody holds it for longer, or left it behind
     */
    static FileLock of(Path file) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        Path lock = real.resolveSibling(real.getFileName() + ".lock");
        for (int n = 1; ; n++) {
            try {
                Files.createFile(lock);
                return new FileLock(real, lock);
            } catch (FileAlreadyExistsException held) {
                if (n >= TRIES) {
                    throw held;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    Path path() {
        return lock;
    }

    void fill(byte[] bytes) throws IOException {
        Files.write(lock, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void publish(boolean executable) throws IOException {
        Set<PosixFilePermission> mode =
                Files.getPosixFilePermissions(Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? file : lock);
        for (PosixFilePermission right : Set.of(
                PosixFilePermission.OWNER_EXECUTE,
                PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_EXECUTE)) {
            if (executable) {
                mode.add(right);
            } else {
                mode.remove(right);
            }
        }
        Files.setPosixFilePermissions(lock, mode);
        Files.move(lock, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(lock);
    }
}
