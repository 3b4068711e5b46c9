package dev.lindy.activities.agent.claude;

import dev.lindy.activities.agent.CliProbe;
import dev.lindy.activities.agent.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the flags of each installed {@code claude}, asked once per executable and change of it. */
final class ClaudeFlags {

    private static final String UNKNOWN = "unknown option";

    private final CliProbe probe;
    private final Map<Version, CliFlags> known = new ConcurrentHashMap<>();

    private record Version(Path file, FileTime changed) {}

    ClaudeFlags(CliProbe probe) {
        this.probe = probe;
    }

    /** The flags, none where the executable is missing or says nothing. */
    CliFlags of(String executable, Map<String, String> environment) {
        Optional<Path> file = SearchPath.find(executable, environment);
        return file.isEmpty() ? new CliFlags("") : of(file.get(), environment);
    }

    private CliFlags of(Path file, Map<String, String> environment) {
        Version version = version(file);
        CliFlags flags = known.get(version);
        if (flags == null) {
            flags = ask(file, environment);
            if (flags.isKnown()) {
                known.put(version, flags);
            }
        }
        return flags;
    }

    private CliFlags ask(Path file, Map<String, String> environment) {
        CliFlags flags = new CliFlags(probe.run(List.of(file.toString(), "--help"), environment));
        // works, but is not listed; without a prompt the CLI refuses before it does anything
        if (flags.isKnown() && !flags.has("--max-turns")) {
            String answer = probe.run(List.of(file.toString(), "-p", "--max-turns", "1"), environment);
            if (!answer.isBlank() && !answer.contains(UNKNOWN)) {
                flags.add("--max-turns");
            }
        }
        return flags;
    }

    private static Version version(Path file) {
        try {
            return new Version(file, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return new Version(file, FileTime.fromMillis(0));
        }
    }
}
