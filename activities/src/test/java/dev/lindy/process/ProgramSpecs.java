package dev.lindy.process;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Specs of shell one-liners for tests; keys get a prefix, for markers are seen by all tests of this host. */
record ProgramSpecs(
        String prefix,
        Path folder,
        Duration hardLimit,
        Duration grace,
        @Nullable Duration stallAfter) {

    static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/local/bin:/usr/bin:/bin");

    static ProgramSpecs in(Path folder) {
        String prefix = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return new ProgramSpecs(prefix, folder, Duration.ofMinutes(5), Duration.ofSeconds(1), null);
    }

    ProgramSpecs withHardLimit(Duration limit) {
        return new ProgramSpecs(prefix, folder, limit, grace, stallAfter);
    }

    ProgramSpecs withStallAfter(Duration silence) {
        return new ProgramSpecs(prefix, folder, hardLimit, grace, silence);
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
                key(key),
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

    ProgramKey key(String name) {
        return new ProgramKey(prefix + "_" + name);
    }

    static String name(ProgramRecord record) {
        return record.spec().key().value().replaceFirst("[^_]*_", "");
    }

    Path stdout(String key) {
        return folder.resolve("out").resolve(key + ".out");
    }

    Path stderr(String key) {
        return folder.resolve("out").resolve(key + ".err");
    }

    static ProgramOwner owner(String token) {
        return owner(token, 1);
    }

    static ProgramOwner owner(String token, int delivery) {
        return new ProgramOwner("lindy", "goal-1", "run-1", "activity-1", token, delivery);
    }
}
