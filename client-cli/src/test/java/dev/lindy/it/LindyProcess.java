package dev.lindy.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that goes on while the test does other things; its output goes to files. */
final class LindyProcess {

    private final List<String> command;
    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private LindyProcess(List<String> command, Process process, Path stdout, Path stderr) {
        this.command = command;
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    static LindyProcess start(List<String> command, Path directory, Map<String, String> environment, Path logs) {
        try {
            Path stdout = Files.createTempFile(logs, "out-", ".txt");
            Path stderr = Files.createTempFile(logs, "err-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(stdout.toFile())
                    .redirectError(stderr.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new LindyProcess(command, builder.start(), stdout, stderr);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command, e);
        }
    }

    /** The launcher replaces itself by Java, so this is the command itself. */
    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String stdout() {
        return text(stdout);
    }

    String stderr() {
        return text(stderr);
    }

    /** Ctrl-C. */
    void interrupt() {
        Pids.signal("INT", pid());
    }

    /** Fails, with what was said so far, where it does not end in time. */
    Result await(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still runs after %s: %s\nstdout: %s\nstderr: %s"
                        .formatted(limit, command, stdout(), stderr()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new Result(process.exitValue(), stdout(), stderr());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
