package dev.lindy.activity;

import dev.lindy.run.ArtifactRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is new in a run.
 *
 * @param plan the accepted plan, or null before there is one
 * @param changed tasks whose state is new, at most 100
 */
public record RecordRun(
        RunRef run, RunHeader header, @Nullable ArtifactRef plan, List<TaskState> changed) {

    /** Most tasks in one request, so that it stays below the payload limit. */
    public static final int PAGE = 100;

    public RecordRun {
        changed = List.copyOf(changed);
    }
}
