package dev.lindy.activity;

import dev.lindy.run.ArtifactRef;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run starts and what is known of it from before.
 *
 * @param goalBranch short branch name, or full ref where a branch could not be used
 * @param notes what people should know, for instance changes that are not committed
 * @param earlier header of the execution that is continued, or null for a new run
 * @param plan the accepted plan of the execution that is continued, or null
 */
public record OpenedRun(
        BaseRef base,
        String goalBranch,
        List<String> notes,
        @Nullable RunHeader earlier,
        @Nullable ArtifactRef plan) {

    public OpenedRun {
        notes = List.copyOf(notes);
    }
}
