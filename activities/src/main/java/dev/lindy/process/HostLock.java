package dev.lindy.process;

import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * An exclusive lock among all processes of this host, free again as soon as its holder is gone, however it
 * went. Nothing else may ever open the file: to close any descriptor of it gives up the lock.
 */
public final class HostLock implements AutoCloseable {

    /** Locks of files belong to the whole process, so what guards them within the process has to as well. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final long RETRY_MILLIS = 2;

    private final Path file;
    private final FileChannel channel;

    private HostLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock, or empty while somebody else holds it, in this process or another. */
    public static Optional<HostLock> tryAcquire(Path file) {
        Path real = real(file);
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        boolean held = false;
        try {
            Optional<HostLock> lock = open(real);
            held = lock.isPresent();
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException("could not lock `" + file + "`", e);
        } finally {
            if (!held) {
                HELD.remove(real);
            }
        }
    }

    /** The lock, waited for. */
    static HostLock acquire(Path file, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        // A channel closes itself under an interrupted thread; the flag is set again afterwards.
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                Optional<HostLock> lock = tryAcquire(file);
                if (lock.isPresent()) {
                    return lock.get();
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("lock `" + file + "` was not free within " + patience);
                }
                interrupted |= pause();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not release lock `" + file + "`", e);
        } finally {
            HELD.remove(file);
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static Optional<HostLock> open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new HostLock(file, channel));
    }

    /** One name per file, whatever links lead to it. */
    private static Path real(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("lock must be a file in a folder: " + file);
        }
        try {
            return PrivateFiles.folder(folder).toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException("could not lock `" + file + "`", e);
        }
    }
}
