package dev.lindy.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a program ended.
 *
 * @param exitCode as a shell reports it (128 + signal), or null where none was recorded
 * @param launchedAt null where it never ran
 * @param message one sentence for people where the reason needs one, else empty
 */
public record ProgramEnd(
        Reason reason, @Nullable Integer exitCode, @Nullable Instant launchedAt, Instant endedAt, String message) {

    /** Why a program is no longer there. */
    public enum Reason {
        /** It ended by itself and its exit status is known. */
        EXITED,
        /** Its hard limit passed. */
        HARD_LIMIT,
        /** It was silent for too long. */
        STALLED,
        /** It was ended because its owner was canceled or is closed. */
        CANCELED,
        /** It is gone without an exit status: power loss, or a signal that we did not send. */
        LOST,
        /** It could not be started, for instance because the executable is missing. */
        NOT_STARTED
    }
}
