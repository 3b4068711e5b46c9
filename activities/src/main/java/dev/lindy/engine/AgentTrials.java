package dev.lindy.engine;

import dev.lindy.process.DetachedProcess;
import dev.lindy.process.ProcessIdentity;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tries agents from a process that is detached like a Worker and has a Worker's environment: what works there
 * works in runs.
 */
public final class AgentTrials {

    private static final String MAIN = "dev.lindy.worker.TrialMain";
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final StateDirectory state;
    private final Map<String, String> environment;
    private final JavaRuntime java;

    /**
     * Makes an object that has started nothing yet.
     *
     * @param environment of the calling command
     */
    public AgentTrials(StateDirectory state, Map<String, String> environment, JavaRuntime java) {
        this.state = state;
        this.environment = Map.copyOf(environment);
        this.java = java;
    }

    /**
     * Sends the agent one small request and waits for its answer, at most 90 s.
     *
     * @param caller what programs of a run would see
     */
    public TrialResult of(String agent, CallerEnvironment caller) {
        try {
            return in(
                    PrivateFolders.create(state.root()
                            .resolve("trials")
                            .resolve(UUID.randomUUID().toString())),
                    agent,
                    caller);
        } catch (IOException | UncheckedIOException e) {
            return new TrialResult(
                    false, "could not try `" + agent + "`: " + e.getMessage(), "look at `LINDY_STATE`", 0);
        }
    }

    private TrialResult in(Path folder, String agent, CallerEnvironment caller) throws IOException {
        try {
            caller.write(folder.resolve(TrialResult.ENVIRONMENT));
            LogFile log = new LogFile(folder.resolve("trial.log"));
            ProcessIdentity process = DetachedProcess.start(
                    command(agent, folder), folder, DetachedEnvironment.forWorker(environment), log.path());
            Pause.until(() -> TrialResult.read(folder).isPresent() || !process.isAlive(), LIMIT);
            Optional<TrialResult> result = TrialResult.read(folder);
            Endings.end(process, GRACE);
            return result.orElseGet(() -> silent(log));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static TrialResult silent(LogFile log) {
        String said = log.tail(0);
        return new TrialResult(
                false, "the trial did not come to an end" + (said.isEmpty() ? "" : ": " + said), null, 0);
    }

    private List<String> command(String agent, Path folder) {
        List<String> command = new ArrayList<>(java.program(MAIN));
        command.addAll(List.of(agent, folder.toString()));
        return List.copyOf(command);
    }
}
