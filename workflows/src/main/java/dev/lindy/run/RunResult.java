package dev.lindy.run;

import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param report path of the Markdown report, relative to the evidence folder
 * @param stop why the run ended before its tasks could, or null
 */
public record RunResult(
        RunStatus status,
        int total,
        int completed,
        int failed,
        int skipped,
        double costUsd,
        String report,
        @Nullable Stop stop) {

    /** Type of the failure that a Workflow ends with where the goal was not reached; details: this record. */
    public static final String GOAL_NOT_REACHED = "GOAL_NOT_REACHED";
}
