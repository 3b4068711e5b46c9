package dev.lindy.cli.command;

import dev.lindy.cli.watch.Interrupts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives out the lines that are appended to the action log until Ctrl-C; one that was renamed is followed by the new one. */
final class LogFollower {

    private static final Duration PAUSE = Duration.ofMillis(250);

    /** So much is read at a time. */
    private static final int CHUNK = 1 << 20;

    private final Path file;
    private long position;
    private @Nullable Object key;

    /** Begins at the end that the log has now. */
    LogFollower(Path file) {
        this.file = file;
        BasicFileAttributes attributes = attributes();
        this.position = attributes == null ? 0 : attributes.size();
        this.key = attributes == null ? null : attributes.fileKey();
    }

    void follow(Interrupts interrupts, Consumer<String> lines) {
        CountDownLatch end = new CountDownLatch(1);
        Interrupts.Registration registration = interrupts.take(end::countDown);
        try {
            do {
                read(lines);
            } while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
            read(lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            registration.close();
        }
    }

    private void read(Consumer<String> lines) {
        BasicFileAttributes attributes = attributes();
        if (attributes == null) {
            return;
        }
        Object now = attributes.fileKey();
        if (attributes.size() < position || (key != null && !key.equals(now))) {
            position = 0;
        }
        key = now;
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            while (position < log.length() && chunk(log, lines)) {
                // until no whole line is left
            }
        } catch (IOException e) {
            throw ActionLog.unreadable(file, e);
        }
    }

    /** Gives out whole lines only; a line longer than a chunk comes in parts. */
    private boolean chunk(RandomAccessFile log, Consumer<String> lines) throws IOException {
        byte[] bytes = new byte[(int) Math.min(CHUNK, log.length() - position)];
        log.seek(position);
        log.readFully(bytes);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end == 0 && bytes.length < CHUNK) {
            return false;
        }
        int length = end == 0 ? bytes.length : end;
        position += length;
        new String(bytes, 0, length, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(lines);
        return true;
    }

    private @Nullable BasicFileAttributes attributes() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException none) {
            return null;
        }
    }
}
