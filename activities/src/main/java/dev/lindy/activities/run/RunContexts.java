package dev.lindy.activities.run;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.activity.RunRef;
import dev.lindy.document.WholeRecord;
import dev.lindy.failure.FailureType;
import dev.lindy.payload.Payloads;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.run.RunId;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.RunFolder;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the frozen config and the environment of runs; both never change, so each is read once. */
public final class RunContexts {

    private final StateDirectory state;
    private final Map<RunId, RunContext> known = new ConcurrentHashMap<>();

    public RunContexts(StateDirectory state) {
        this.state = state;
    }

    public StateDirectory state() {
        return state;
    }

    public RunContext of(RunRef ref) {
        return known.computeIfAbsent(ref.run(), id -> load(ref));
    }

    /** Forgets a run that has ended. */
    public void close(RunId run) {
        known.remove(run);
    }

    private RunContext load(RunRef ref) {
        RunFolder folder = state.run(ref.run());
        try {
            ProjectConfig config = WholeRecord.require(
                    Payloads.mapper().readValue(Files.readAllBytes(folder.config()), ProjectConfig.class));
            Map<String, String> environment =
                    CallerEnvironment.read(folder.environment()).values();
            return new RunContext(ref, folder, config, environment);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new LindyException(
                    FailureType.EVIDENCE_MISSING,
                    "could not read the records of run `" + ref.run() + "` in `" + folder.root() + "`",
                    "the run's folder was removed or damaged; start the goal again",
                    e);
        }
    }
}
