package dev.lindy.activities.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process, run to its end with bounded time and memory. */
final class GitProcess {

    private static final int MAX_ERRORS = 256 * 1024;

    private final List<String> command;
    private final Path dir;
    private final Map<String, String> environment;
    private final Duration limit;
    private final int maxOutput;

    GitProcess(List<String> command, Path dir, Map<String, String> environment, Duration limit, int maxOutput) {
        this.command = command;
        this.dir = dir;
        this.environment = environment;
        this.limit = limit;
        this.maxOutput = maxOutput;
    }

    GitOutput run(byte @Nullable [] stdin) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        Drain out = Drain.start(process.getInputStream(), maxOutput);
        Drain err = Drain.start(process.getErrorStream(), MAX_ERRORS);
        feed(process.getOutputStream(), stdin);
        int exit = await(process);
        out.finish();
        err.finish();
        return new GitOutput(exit, out.bytes(), new String(err.bytes(), StandardCharsets.UTF_8), out.truncated());
    }

    private static void feed(OutputStream to, byte @Nullable [] stdin) {
        if (stdin == null) {
            write(to, new byte[0]);
        } else if (stdin.length <= 32 * 1024) {
            write(to, stdin);
        } else {
            Thread feeder = new Thread(() -> write(to, stdin), "git-stdin");
            feeder.setDaemon(true);
            feeder.start();
        }
    }

    // a program that ends without reading all its input says why in its exit status
    @SuppressWarnings("EmptyCatch")
    private static void write(OutputStream to, byte[] bytes) {
        try (to) {
            to.write(bytes);
        } catch (IOException closed) {
            // see above
        }
    }

    private int await(Process process) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            kill(process);
            throw new IOException("interrupted", interrupted);
        }
        kill(process);
        throw new IOException("not finished after " + limit.toMinutes() + " min");
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Reads a stream to its end and keeps its beginning. */
    private static final class Drain {

        private final InputStream from;
        private final int max;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread thread;
        private boolean truncated;

        private Drain(InputStream from, int max) {
            this.from = from;
            this.max = max;
            this.thread = new Thread(this::read, "git-output");
            thread.setDaemon(true);
        }

        static Drain start(InputStream from, int max) {
            Drain drain = new Drain(from, max);
            drain.thread.start();
            return drain;
        }

        // a stream closed by the end of its program has simply ended
        @SuppressWarnings("EmptyCatch")
        private void read() {
            byte[] buffer = new byte[16 * 1024];
            try (from) {
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                    keep(buffer, n);
                }
            } catch (IOException closed) {
                // see above
            }
        }

        private synchronized void keep(byte[] buffer, int n) {
            int room = Math.min(n, max - kept.size());
            kept.write(buffer, 0, room);
            truncated |= room < n;
        }

        // a background child of git may hold the stream open; what git wrote is there already
        void finish() throws IOException {
            try {
                thread.join(2_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
        }

        synchronized byte[] bytes() {
            return kept.toByteArray();
        }

        synchronized boolean truncated() {
            return truncated;
        }
    }
}
