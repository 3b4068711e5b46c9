package dev.lindy.it;

import dev.lindy.testing.NotRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The Claude Code CLI of this host. */
final class RealClaude {

    private static final String MISSING =
            "goals with the real Claude Code CLI (npm install -g @anthropic-ai/claude-code)";

    private RealClaude() {}

    /** Skips the test where it is missing, and leaves word for the end of the build. */
    static Path orSkip() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .map(entry -> Path.of(entry, "claude"))
                .filter(Files::isExecutable)
                .findFirst();
        NotRun.unless(found.isPresent(), MISSING);
        return found.orElseThrow();
    }
}
