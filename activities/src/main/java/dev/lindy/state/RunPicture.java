package dev.lindy.state;

import dev.lindy.run.RunSnapshot;
import java.time.Instant;
import java.util.List;

/**
 * What the disk says of a run. Until the Worker has written anything the snapshot is that of a run that
 * plans and has no tasks.
 *
 * @param writtenAt when the Worker last changed the header, or the start of the run before that
 * @param problems files that could not be read, one sentence each
 */
public record RunPicture(
        RunFolder folder, RunStart start, RunSnapshot snapshot, Instant writtenAt, List<String> problems) {

    public RunPicture {
        problems = List.copyOf(problems);
    }

    /** Whether the run has ended after its plan, as was wanted; one whose plan was approved after all is a run. */
    public boolean isPlanOnly() {
        return start.planOnly()
                && snapshot.header().status().isTerminal()
                && snapshot.tasks().stream()
                        .allMatch(task -> task.state().attempts().isEmpty());
    }
}
