package dev.lindy.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** STAND-IN until the process part is merged: runs a program that ends soon. */
public final class ShortProgram {

    private ShortProgram() {}

    /** How it ended: exit code, and standard output and error together. */
    public record Result(int exitCode, String output) {}

    /** Runs a command and waits for its end; past the limit it is killed, and that is an error. */
    public static Result run(List<String> command, Path cwd, Map<String, String> environment, Duration limit)
            throws IOException {
        Path output = Files.createTempFile("lindy-program", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(cwd.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("`" + command.get(0) + "` did not end in " + limit.toSeconds() + " s");
            }
            return new Result(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for `" + command.get(0) + "`", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
