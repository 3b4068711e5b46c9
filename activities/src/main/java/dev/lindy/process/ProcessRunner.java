package dev.lindy.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Runs short commands, git for instance, to their end. They are children of this process and end with the
 * caller's interrupt; what has to outlive it goes through {@link Programs}.
 */
public final class ProcessRunner {

    private static final int MAX_STDERR = 64 * 1024;
    /** Time for a clean end: git removes its lock files on TERM. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    /** Time for the last output once the command itself is gone but something still holds its pipes. */
    private static final long DRAIN_MILLIS = 1000;

    /**
     * Runs the command. What it leaves behind is not waited for: it is ended where it still holds the output's pipes, and
     * otherwise lives on.
     *
     * @throws UncheckedIOException if it cannot be started, or the caller is interrupted; then it is ended
     */
    public Finished run(ShortCommand command) {
        ProcessMarker marker = new ProcessMarker(
                "LINDY_COMMAND", Long.toHexString(ThreadLocalRandom.current().nextLong()));
        Process process = start(command, marker);
        try {
            return await(process, command, marker);
        } catch (InterruptedException e) {
            endNow(process, marker);
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while `" + name(command) + "` ran"));
        }
    }

    private static Process start(ShortCommand command, ProcessMarker marker) {
        Path executable = Executables.find(name(command), command.environment(), command.workingDirectory())
                .orElseThrow(() -> cannotStart(command, new IOException("it is not installed (looked in PATH)")));
        if (!Files.isDirectory(command.workingDirectory())) {
            throw cannotStart(command, new IOException("folder `" + command.workingDirectory() + "` does not exist"));
        }
        List<String> words = new ArrayList<>(command.command());
        words.set(0, executable.toString());
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(command.workingDirectory().toFile());
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        builder.environment().put(marker.variable(), marker.value());
        if (command.stdin() == null) {
            builder.redirectInput(Path.of("/dev/null").toFile());
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw cannotStart(command, e);
        }
    }

    private static Finished await(Process process, ShortCommand command, ProcessMarker marker)
            throws InterruptedException {
        OutputDrain stdout = OutputDrain.first(process.getInputStream(), command.maxOutputBytes());
        OutputDrain stderr = OutputDrain.last(process.getErrorStream(), MAX_STDERR);
        byte[] input = command.stdin();
        if (input != null) {
            feed(process, input);
        }
        boolean inTime = process.waitFor(command.timeout().toNanos(), TimeUnit.NANOSECONDS);
        if (!inTime) {
            end(process, marker);
        }
        int exitCode = process.waitFor();
        if (!stdout.await(DRAIN_MILLIS) || !stderr.await(DRAIN_MILLIS)) {
            // Something that the command left behind holds the pipes.
            end(process, marker);
        }
        stdout.await(DRAIN_MILLIS);
        stderr.await(DRAIN_MILLIS);
        String errors = new String(stderr.bytes(), StandardCharsets.UTF_8);
        return new Finished(exitCode, stdout.bytes(), errors, !inTime, stdout.isTruncated());
    }

    private static void feed(Process process, byte[] input) {
        Thread writer = new Thread(
                () -> {
                    try (OutputStream stdin = process.getOutputStream()) {
                        stdin.write(input);
                    } catch (IOException e) {
                        // The command does not want all of it; its exit status tells whether that is a fault.
                    }
                },
                "lindy-feed");
        writer.setDaemon(true);
        writer.start();
    }

    private static void end(Process process, ProcessMarker marker) throws InterruptedException {
        ProcessIdentity root = ProcessIdentity.of(process.pid()).orElse(null);
        new ProcessTree(ProcessTable.ofHost(), marker, root).end(GRACE);
    }

    private static void endNow(Process process, ProcessMarker marker) {
        try {
            end(process, marker);
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static UncheckedIOException cannotStart(ShortCommand command, IOException cause) {
        String message = "could not start `" + name(command) + "`: " + cause.getMessage();
        return new UncheckedIOException(new IOException(message, cause));
    }

    private static String name(ShortCommand command) {
        return command.command().get(0);
    }
}
