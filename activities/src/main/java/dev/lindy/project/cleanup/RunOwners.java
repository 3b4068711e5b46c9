package dev.lindy.project.cleanup;

import dev.lindy.project.repository.RunJournals;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.state.RunFiles;
import dev.lindy.state.RunPicture;
import dev.lindy.state.UnreadableRunException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of the runs that own branches, worktrees and sessions. */
final class RunOwners {

    private final Path project;
    private final RunFiles runs;
    private final RunJournals journals;

    RunOwners(Path project, RunFiles runs, RunJournals journals) {
        this.project = project;
        this.runs = runs;
        this.journals = journals;
    }

    /** Runs of this project that this host has records of; those that cannot be read are left out, and so kept. */
    List<RunPicture> ofProject() {
        return runs.list().runs().stream()
                .filter(run -> run.start().projectRoot().equals(project.toString()))
                .toList();
    }

    /** Whether this host has records of a run of that id. */
    boolean isKnown(String run) {
        return RunId.isValid(run) && !runs.ids(run).isEmpty();
    }

    /** When the run ended, or empty where it goes on or nobody knows: whatever it owns is then kept. */
    Optional<Instant> endOf(String run) {
        return RunId.isValid(run) ? header(RunId.of(run)).flatMap(RunOwners::end) : Optional.empty();
    }

    static Optional<Instant> end(RunHeader header) {
        return header.status().isTerminal() ? Optional.ofNullable(header.endedAt()) : Optional.empty();
    }

    /** This host's records first: they are as new as the journal or newer. */
    private Optional<RunHeader> header(RunId run) {
        if (runs.ids(run.value()).isEmpty()) {
            return journals.find(run).flatMap(found -> Optional.ofNullable(found.header()));
        }
        try {
            return Optional.of(runs.reader(run).read().snapshot().header());
        } catch (UnreadableRunException e) {
            return Optional.empty();
        }
    }
}
