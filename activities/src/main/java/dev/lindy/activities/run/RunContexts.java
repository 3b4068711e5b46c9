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
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads the frozen config and the environment of runs. The config never changes; a person who resumes a run brings
 * the environment of another shell, where a login may be mended.
 */
public final class RunContexts {

    private final StateDirectory state;
    private final Map<RunId, Loaded> known = new ConcurrentHashMap<>();

    /** @param written when the environment was */
    private record Loaded(RunContext context, FileTime written) {}

    public RunContexts(StateDirectory state) {
        this.state = state;
    }

    public StateDirectory state() {
        return state;
    }

    public RunContext of(RunRef ref) {
        Path environment = state.run(ref.run()).environment();
        return known.compute(
                        ref.run(),
                        (id, before) -> before != null && before.written().equals(written(environment))
                                ? before
                                : load(ref, environment))
                .context();
    }

    /** Forgets a run that has ended. */
    public void close(RunId run) {
        known.remove(run);
    }

    private static FileTime written(Path environment) {
        try {
            return Files.getLastModifiedTime(environment);
        } catch (IOException unreadable) {
            // the reading that follows says why
            return FileTime.fromMillis(0);
        }
    }

    private Loaded load(RunRef ref, Path file) {
        FileTime written = written(file);
        RunFolder folder = state.run(ref.run());
        try {
            ProjectConfig config = WholeRecord.require(
                    Payloads.mapper().readValue(Files.readAllBytes(folder.config()), ProjectConfig.class));
            Map<String, String> environment = CallerEnvironment.read(file).values();
            return new Loaded(new RunContext(ref, folder, config, environment), written);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new LindyException(
                    FailureType.EVIDENCE_MISSING,
                    "could not read the records of run `" + ref.run() + "` in `" + folder.root() + "`",
                    "the run's folder was removed or damaged; start the goal again",
                    e);
        }
    }
}
