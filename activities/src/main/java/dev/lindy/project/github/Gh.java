package dev.lindy.project.github;

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

/** Starts the {@code gh} program: arguments as they are, texts through standard input, no shell, no question. */
public final class Gh {

    /** Limit of one call. */
    public static final Duration LIMIT = Duration.ofSeconds(30);

    /** What gh ends with when nobody is logged in. */
    private static final int AUTHENTICATION = 4;

    private static final int MAX_TOKEN = 1 << 16;

    private final ProcessRunner runner = new ProcessRunner();
    private final Path directory;
    private final Map<String, String> environment;

    /**
     * The program in the PATH of the caller.
     *
     * @param callerEnvironment with the login, where it is in variables
     */
    public Gh(Path directory, Map<String, String> callerEnvironment) {
        this.directory = directory;
        this.environment = new LinkedHashMap<>(callerEnvironment);
        environment.put("GH_PROMPT_DISABLED", "1");
        environment.put("GH_NO_UPDATE_NOTIFIER", "1");
        environment.put("NO_COLOR", "1");
    }

    /** The same program for another GitHub; an empty name leaves the choice to gh. */
    Gh at(String host) {
        return host.isEmpty() ? this : new Gh(directory, with("GH_HOST", host));
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return more;
    }

    public boolean isInstalled() {
        return Executables.find("gh", environment, directory).isPresent();
    }

    /** The GitHub that is asked where an address names none. */
    String defaultHost() {
        return environment.getOrDefault("GH_HOST", "github.com");
    }

    /**
     * Runs gh to its end.
     *
     * @throws UncheckedIOException where it cannot be started
     */
    public Finished run(String input, int maxOutput, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("gh"));
        command.addAll(arguments);
        return runner.run(ShortCommand.of(command, directory, environment)
                .withInput(input)
                .withTimeout(LIMIT)
                .withMaxOutputBytes(maxOutput));
    }

    /** Whether there is a login for the GitHub of a repository, valid or not; asks nobody but gh. */
    public boolean isLoggedInAt(GhRepository repository) {
        String host = repository.host().isEmpty() ? defaultHost() : repository.host();
        try {
            Finished token = run("", MAX_TOKEN, List.of("auth", "token", "--hostname", host));
            // an older gh does not know the question
            return token.isSuccess() || !token.stderr().contains("no oauth token");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Whether it did nothing because nobody is logged in. */
    public static boolean isLoggedOut(Finished finished) {
        return !finished.isSuccess()
                && (finished.exitCode() == AUTHENTICATION || finished.stderr().contains("gh auth login"));
    }

    /** The first line that it complains with. */
    public static String complaint(Finished finished) {
        return finished.stderr()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse("`gh` ended with exit status " + finished.exitCode());
    }
}
