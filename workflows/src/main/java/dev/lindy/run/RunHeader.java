package dev.lindy.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a run as a whole.
 *
 * @param sequence grows with every change; an older picture never replaces a newer one
 * @param goal the first 200 characters of the goal
 * @param projectRoot absolute path of the folder that holds the project config
 * @param base null until the run is opened
 * @param goalBranch short name of the goal branch, or a full ref name; null until the run is opened
 * @param plannerCostUsd what planning has cost, as far as it is known; tasks carry their own cost
 * @param notes what people should know, for instance gates that fail on the base commit
 * @param attention why the run is paused and what to do, or null
 * @param stop why the run ended before its tasks could, or null
 * @param plannerCostUnknown whether planning may have cost more than {@code plannerCostUsd}
 */
public record RunHeader(
        RunId run,
        String workflowId,
        long sequence,
        String goal,
        String projectRoot,
        RunStatus status,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable BaseRef base,
        @Nullable String goalBranch,
        double plannerCostUsd,
        List<String> notes,
        @Nullable Attention attention,
        @Nullable Stop stop,
        boolean plannerCostUnknown) {

    public RunHeader {
        notes = List.copyOf(notes);
    }

    /** The same picture of a run whose goal branch is gone, because it held nothing. */
    public RunHeader withoutBranch() {
        return new RunHeader(
                run,
                workflowId,
                sequence,
                goal,
                projectRoot,
                status,
                startedAt,
                endedAt,
                base,
                null,
                plannerCostUsd,
                notes,
                attention,
                stop,
                plannerCostUnknown);
    }

    /**
     * Something that only a person can settle.
     *
     * @param hint one action that could work
     */
    public record Attention(String message, String hint) {}
}
