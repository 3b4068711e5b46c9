package dev.lindy.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A command that ends soon, run to its end by {@link ProcessRunner}. Equal only to itself in its input.
 *
 * @param command executable, looked up in the environment's PATH, and arguments
 * @param environment all of it; nothing is inherited
 * @param stdin what it reads, or null for nothing
 * @param timeout after which it is ended with all it started; default 60 s
 * @param maxOutputBytes what is kept of standard output; what comes after is read and dropped; default 64 MiB
 */
@SuppressWarnings("ArrayRecordComponent")
public record ShortCommand(
        List<String> command,
        Path workingDirectory,
        Map<String, String> environment,
        byte @Nullable [] stdin,
        Duration timeout,
        int maxOutputBytes) {

    public ShortCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command must not be empty");
        }
        if (maxOutputBytes < 0) {
            throw new IllegalArgumentException("maxOutputBytes must not be negative: " + maxOutputBytes);
        }
    }

    /** A command with no input and the default bounds. */
    public static ShortCommand of(List<String> command, Path workingDirectory, Map<String, String> environment) {
        return new ShortCommand(command, workingDirectory, environment, null, Duration.ofSeconds(60), 64 << 20);
    }

    public ShortCommand withInput(byte[] input) {
        return new ShortCommand(command, workingDirectory, environment, input, timeout, maxOutputBytes);
    }

    public ShortCommand withInput(String input) {
        return withInput(input.getBytes(StandardCharsets.UTF_8));
    }

    public ShortCommand withTimeout(Duration limit) {
        return new ShortCommand(command, workingDirectory, environment, stdin, limit, maxOutputBytes);
    }

    public ShortCommand withMaxOutputBytes(int bytes) {
        return new ShortCommand(command, workingDirectory, environment, stdin, timeout, bytes);
    }

    public ShortCommand withVariable(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new ShortCommand(command, workingDirectory, more, stdin, timeout, maxOutputBytes);
    }
}
