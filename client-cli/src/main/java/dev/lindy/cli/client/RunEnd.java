package dev.lindy.cli.client;

import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a run's Workflow ended.
 *
 * @param result null where the Workflow ended without one, for instance because it was terminated
 * @param message why it ended without a result, or null
 * @param invalid whether plan or config were at fault
 */
public record RunEnd(
        RunStatus status,
        @Nullable RunResult result,
        @Nullable String message,
        boolean invalid) {

    public static RunEnd of(RunResult result) {
        return new RunEnd(result.status(), result, null, false);
    }

    public static RunEnd without(RunStatus status, @Nullable String message) {
        return new RunEnd(status, null, message, false);
    }
}
