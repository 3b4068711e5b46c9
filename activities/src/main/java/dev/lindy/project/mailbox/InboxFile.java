package dev.lindy.project.mailbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The file of one inbox, locked against other commands and Workers. Agents and the original append without a lock, so
 * that nothing here ever moves, truncates or replaces the file.
 */
final class InboxFile implements AutoCloseable {

    /** Larger inboxes cannot be read. */
    static final int MAX_BYTES = 8 << 20;

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int TRIES = 2_000;

    private final Path path;
    private final FileChannel channel;

    private InboxFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opens and locks an inbox; waits up to 10 s for others. Creates it where it is missing. */
    static InboxFile open(Path path) throws IOException {
        // what is written into a pipe is nobody's
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(path.toString(), null, "it is no regular file");
        }
        FileChannel channel = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            lock(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new InboxFile(path, channel);
    }

    private static void lock(Path path, FileChannel channel) throws IOException {
        for (int n = 0; n < TRIES; n++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return;
                }
            } catch (OverlappingFileLockException heldByAnotherThread) {
                // the same as held by another process
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new FileSystemException(path.toString(), null, "somebody else holds it");
    }

    byte[] read() throws IOException {
        if (channel.size() > MAX_BYTES) {
            throw new FileSystemException(path.toString(), null, "it is larger than " + (MAX_BYTES >> 20) + " MB");
        }
        ByteBuffer content = ByteBuffer.allocate((int) channel.size());
        while (content.hasRemaining() && channel.read(content, content.position()) > 0) {
            // until all of it is there
        }
        byte[] bytes = new byte[content.position()];
        content.flip().get(bytes);
        return bytes;
    }

    /** Appends a line with one write; after a line that was cut off it begins one of its own. */
    void append(byte[] line) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean cutOff = channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        ByteBuffer whole = ByteBuffer.allocate(line.length + 2);
        if (cutOff) {
            whole.put((byte) '\n');
        }
        whole.put(line).put((byte) '\n').flip();
        try (FileChannel end = FileChannel.open(
                path, StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
            end.write(whole);
        }
    }

    void overwrite(int offset, byte[] bytes) throws IOException {
        channel.write(ByteBuffer.wrap(bytes), offset);
    }

    @Override
    public void close() throws IOException {
        // closes the lock as well
        channel.close();
    }
}
