package dev.lindy.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program to start.
 *
 * @param kind what it is for, decides who reads its result, for instance {@code agent}
 * @param command executable and arguments; the executable is looked up in the environment's PATH
 * @param environment all of it; nothing is inherited
 * @param stdin file to read from, or null for none
 * @param stdout file to write to; folders are made
 * @param stderr file to write to
 * @param hardLimit longest run time, counted from launch
 * @param grace time between TERM and KILL
 * @param stallAfter silence after which the program counts as stalled, or null for never
 * @param owner the Activity that waits for it, or null where the caller waits itself
 * @param labels shown to people: {@code run}, {@code task}, {@code attempt}
 * @param context given back to whoever reads the result, also after a restart
 */
public record ProgramSpec(
        ProgramKey key,
        String kind,
        List<String> command,
        Path workingDirectory,
        Map<String, String> environment,
        @Nullable Path stdin,
        Path stdout,
        Path stderr,
        Duration hardLimit,
        Duration grace,
        @Nullable Duration stallAfter,
        @Nullable ProgramOwner owner,
        Map<String, String> labels,
        JsonNode context) {

    public ProgramSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        labels = Map.copyOf(labels);
    }
}
