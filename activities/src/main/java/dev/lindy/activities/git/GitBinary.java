package dev.lindy.activities.git;

import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The git binary found in the PATH of the given environment. Hooks, signatures, prompts, background upkeep and the
 * caller's own {@code GIT_DIR} and friends are off in every call.
 */
public final class GitBinary implements GitRunner {

    /** Most bytes of standard output that are kept. */
    static final int MAX_OUTPUT = 64 * 1024 * 1024;

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final List<String> SETTINGS = List.of(
            "-c", "core.hooksPath=/dev/null",
            "-c", "core.quotepath=off",
            "-c", "core.fsmonitor=false",
            "-c", "commit.gpgsign=false",
            "-c", "gc.auto=0",
            "-c", "maintenance.auto=false",
            "-c", "advice.detachedHead=false");

    private final Map<String, String> environment;
    private final Path executable;
    private final Duration limit;
    private final ProcessRunner runner = new ProcessRunner();

    private GitBinary(Map<String, String> environment, Path executable, Duration limit) {
        this.environment = environment;
        this.executable = executable;
        this.limit = limit;
    }

    /**
     * Finds git.
     *
     * @param callerEnvironment environment of the person that started the run
     * @throws GitProblem when no folder of PATH has it
     */
    public static GitBinary in(Map<String, String> callerEnvironment) {
        String path = callerEnvironment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, "git");
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return new GitBinary(GitEnvironment.cleaned(callerEnvironment), candidate.toAbsolutePath(), LIMIT);
            }
        }
        throw new GitProblem(
                GitProblem.Kind.NO_GIT,
                "could not find `git` (looked in PATH)",
                "install git 2.38 or newer, or add its folder to PATH");
    }

    /** The same git with another limit for each call than 10 minutes. */
    public GitBinary within(Duration other) {
        return new GitBinary(environment, executable, other);
    }

    @Override
    public GitOutput run(Path dir, List<String> args, byte @Nullable [] stdin, Map<String, String> extraEnv) {
        if (!Files.isDirectory(dir)) {
            throw new GitFailed("could not run `git " + GitFailed.brief(args) + "`: no folder " + dir, null);
        }
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(SETTINGS);
        command.addAll(args);
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(extraEnv);
        ShortCommand git = ShortCommand.of(command, dir, all).withTimeout(limit).withMaxOutputBytes(MAX_OUTPUT);
        try {
            Finished finished = runner.run(stdin == null ? git : git.withInput(stdin));
            if (finished.timedOut()) {
                throw new GitFailed(
                        "could not run `git " + GitFailed.brief(args) + "` in " + dir + ": not finished after "
                                + limit.toSeconds() + " s",
                        null);
            }
            return new GitOutput(finished.exitCode(), finished.stdout(), finished.stderr(), finished.truncated());
        } catch (UncheckedIOException problem) {
            throw new GitFailed(
                    "could not run `git " + GitFailed.brief(args) + "` in " + dir + ": " + problem.getMessage(),
                    problem.getCause());
        }
    }
}
