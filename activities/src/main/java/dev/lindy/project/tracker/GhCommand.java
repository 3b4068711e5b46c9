package dev.lindy.project.tracker;

import dev.lindy.process.Executables;
import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls the {@code gh} program: arguments as they are, texts through standard input, no shell. */
final class GhCommand {

    /** Limit of one call. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int MAX_OUTPUT = 16 << 20;

    /** What gh ends with when nobody is logged in. */
    private static final int AUTHENTICATION = 4;

    private final ProcessRunner runner = new ProcessRunner();
    private final Path directory;
    private final Map<String, String> environment;
    private final String repository;

    /** @param repository {@code owner/name}, or empty for the one of the directory */
    GhCommand(Path directory, Map<String, String> callerEnvironment, String repository) {
        this.directory = directory;
        this.environment = new LinkedHashMap<>(callerEnvironment);
        environment.put("GH_PROMPT_DISABLED", "1");
        environment.put("GH_NO_UPDATE_NOTIFIER", "1");
        environment.put("NO_COLOR", "1");
        this.repository = repository;
    }

    /**
     * Runs gh and returns what it prints.
     *
     * @param doing what is tried, for the message: {@code list issues}
     * @param input for standard input
     */
    String run(String doing, String input, String... arguments) throws TrackerException {
        if (Executables.find("gh", environment, directory).isEmpty()) {
            throw new TrackerException(
                    "could not " + doing + ": `gh` is not installed (looked in PATH)",
                    "install the GitHub CLI, or add its folder to PATH");
        }
        List<String> command = new ArrayList<>(List.of("gh"));
        command.addAll(List.of(arguments));
        if (!repository.isEmpty()) {
            command.addAll(List.of("--repo", repository));
        }
        try {
            Finished finished = runner.run(ShortCommand.of(command, directory, environment)
                    .withInput(input)
                    .withTimeout(LIMIT)
                    .withMaxOutputBytes(MAX_OUTPUT));
            if (!finished.isSuccess()) {
                throw failure(doing, finished);
            }
            if (finished.truncated()) {
                throw new TrackerException("could not " + doing + ": `gh` printed too much", null);
            }
            return finished.text();
        } catch (UncheckedIOException e) {
            throw new TrackerException("could not " + doing + ": " + e.getMessage(), null, e);
        }
    }

    private static TrackerException failure(String doing, Finished finished) {
        String what = "could not " + doing + ": ";
        if (finished.timedOut()) {
            return new TrackerException(
                    what + "`gh` did not answer within " + LIMIT.toSeconds() + " s",
                    "look at the network, then try again");
        }
        if (finished.exitCode() == AUTHENTICATION || finished.stderr().contains("gh auth login")) {
            return new TrackerException(what + "`gh` is not logged in", "log in with `gh auth login`");
        }
        return new TrackerException(what + complaint(finished), null);
    }

    private static String complaint(Finished finished) {
        return finished.stderr()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse("`gh` ended with exit status " + finished.exitCode());
    }
}
