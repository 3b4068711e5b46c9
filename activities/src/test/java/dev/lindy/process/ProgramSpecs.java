package dev.lindy.process;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Specs of shell one-liners for tests; the program's folder is its working directory. */
record ProgramSpecs(Path folder, Duration hardLimit, Duration grace, @Nullable Duration stallAfter) {

    static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/local/bin:/usr/bin:/bin");

    static ProgramSpecs in(Path folder) {
        return new ProgramSpecs(folder, Duration.ofMinutes(5), Duration.ofSeconds(1), null);
    }

    ProgramSpecs withHardLimit(Duration limit) {
        return new ProgramSpecs(folder, limit, grace, stallAfter);
    }

    ProgramSpecs withStallAfter(Duration silence) {
        return new ProgramSpecs(folder, hardLimit, grace, silence);
    }

    ProgramSpec shell(String key, String script) {
        return command(key, owner("token-1"), ENVIRONMENT, List.of("sh", "-c", script));
    }

    ProgramSpec shell(String key, String token, String script) {
        return command(key, owner(token), ENVIRONMENT, List.of("sh", "-c", script));
    }

    ProgramSpec unowned(String key, String script) {
        return command(key, null, ENVIRONMENT, List.of("sh", "-c", script));
    }

    ProgramSpec command(
            String key, @Nullable ProgramOwner owner, Map<String, String> environment, List<String> command) {
        return new ProgramSpec(
                new ProgramKey(key),
                "test",
                command,
                folder,
                environment,
                null,
                stdout(key),
                stderr(key),
                hardLimit,
                grace,
                stallAfter,
                owner,
                Map.of("run", "0123abcd"),
                NullNode.getInstance());
    }

    Path stdout(String key) {
        return folder.resolve("out").resolve(key + ".out");
    }

    Path stderr(String key) {
        return folder.resolve("out").resolve(key + ".err");
    }

    static ProgramOwner owner(String token) {
        return new ProgramOwner("lindy", "goal-1", "run-1", "activity-1", token);
    }
}
