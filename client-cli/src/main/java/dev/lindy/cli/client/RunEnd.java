package dev.lindy.cli.client;

import dev.lindy.run.RunHeader;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import org.jspecify.annotations.Nullable;

/**
 * How a run's Workflow ended.
 *
 * @param result null where the Workflow ended without one, for instance because it was terminated
 * @param message why it ended without a result, or null
 * @param stop why the run ended before its tasks could, or null
 */
public record RunEnd(
        RunStatus status,
        @Nullable RunResult result,
        @Nullable String message,
        @Nullable Stop stop) {

    public static RunEnd of(RunResult result) {
        return new RunEnd(result.status(), result, null, result.stop());
    }

    /** The end of a run as its header tells it, where Temporal is not asked. */
    public static RunEnd of(RunHeader header) {
        return new RunEnd(header.status(), null, null, header.stop());
    }

    public static RunEnd without(RunStatus status, @Nullable String message) {
        return new RunEnd(status, null, message, null);
    }
}
