package dev.lindy.worker.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lindy.process.ProgramPulse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the Web UI shows as an Activity's last heartbeat: small and readable.
 *
 * @param state {@code queued}, {@code running} or {@code ended}
 * @param since start of the program
 * @param bytes of output so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PulseDetails(
        String state,
        @Nullable Long pid,
        @Nullable Instant since,
        @Nullable Instant lastOutput,
        @Nullable Long bytes) {

    static PulseDetails of(ProgramPulse pulse) {
        if (pulse.queued()) {
            return new PulseDetails("queued", null, null, null, null);
        }
        return new PulseDetails(
                "running",
                pulse.pid(),
                seconds(pulse.launchedAt()),
                seconds(pulse.lastOutputAt()),
                pulse.outputBytes());
    }

    static PulseDetails ended(@Nullable Instant launchedAt) {
        return new PulseDetails("ended", null, seconds(launchedAt), null, null);
    }

    private static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }
}
