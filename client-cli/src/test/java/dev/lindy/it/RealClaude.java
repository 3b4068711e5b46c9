package dev.lindy.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Claude Code CLI of this host. */
final class RealClaude {

    private static final Path NOT_RUN = Path.of("target", "not-run.txt");
    private static final String MISSING =
            "goals with the real Claude Code CLI (npm install -g @anthropic-ai/claude-code)";

    private RealClaude() {}

    /** Skips the test where it is missing, and leaves word for the end of the build. */
    static Path orSkip() throws IOException {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .map(entry -> Path.of(entry, "claude"))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            leaveWord();
        }
        Assumptions.assumeTrue(found.isPresent(), MISSING);
        return found.orElseThrow();
    }

    private static synchronized void leaveWord() throws IOException {
        Files.createDirectories(NOT_RUN.getParent());
        if (!Files.exists(NOT_RUN) || !Files.readString(NOT_RUN).contains(MISSING)) {
            Files.writeString(NOT_RUN, MISSING + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
