package dev.lindy.project.repository;

import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitProblem;
import dev.lindy.activities.git.Journal;
import dev.lindy.activities.git.Repository;
import dev.lindy.payload.Payloads;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs that the repository around a project remembers, whatever this host has lost of them. Changes nothing. */
public final class RunJournals {

    private final Path projectRoot;
    private final Map<String, String> callerEnvironment;

    public RunJournals(Path projectRoot, Map<String, String> callerEnvironment) {
        this.projectRoot = projectRoot;
        this.callerEnvironment = Map.copyOf(callerEnvironment);
    }

    /**
     * What a journal says of a run as a whole.
     *
     * @param config the project config that the run was started with, or null where the journal does not have it
     * @param header the run as it was last, or null where nothing had happened
     */
    public record Remembered(
            RunId run,
            String goal,
            @Nullable ProjectConfig config,
            @Nullable RunHeader header) {}

    /** Runs whose id begins with the text; none where the project is in no repository. */
    public List<RunId> ids(String prefix) {
        return repository()
                .map(repository -> Journal.runs(repository).stream()
                        .filter(run -> run.value().startsWith(prefix))
                        .toList())
                .orElse(List.of());
    }

    /** The run as its journal has it. */
    public Optional<Remembered> find(RunId run) {
        return repository()
                .map(repository -> new Journal(repository, run))
                .flatMap(journal -> journal.read("goal.md")
                        .map(goal -> new Remembered(
                                run,
                                new String(goal, StandardCharsets.UTF_8),
                                read(journal, "config.json", ProjectConfig.class),
                                read(journal, "state.json", RunHeader.class))));
    }

    private Optional<Repository> repository() {
        try {
            return Optional.of(Repository.open(projectRoot, callerEnvironment));
        } catch (GitProblem | GitFailed unusable) {
            return Optional.empty();
        }
    }

    private static <T> @Nullable T read(Journal journal, String path, Class<T> type) {
        Optional<byte[]> bytes = journal.read(path);
        if (bytes.isEmpty()) {
            return null;
        }
        try {
            return Payloads.mapper().readValue(bytes.get(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + path + "` of " + journal.ref(), e);
        }
    }
}
