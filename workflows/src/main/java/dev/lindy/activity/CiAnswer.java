package dev.lindy.activity;

import dev.lindy.run.GateVerdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one question to a CI service came to.
 *
 * @param verdict the gate's answer, or null where there is none yet
 * @param pending whether the same question has to be asked again
 * @param note why, in one line for people; empty where it is not pending
 * @param notBefore earliest time for the next question, or null where the service does not say
 */
public record CiAnswer(
        @Nullable GateVerdict verdict,
        boolean pending,
        String note,
        @Nullable Instant notBefore) {

    /** Nothing stands in the way of the next question. */
    public static CiAnswer ready() {
        return new CiAnswer(null, false, "", null);
    }

    public static CiAnswer of(GateVerdict verdict) {
        return new CiAnswer(verdict, false, "", null);
    }

    public static CiAnswer pending(String note) {
        return new CiAnswer(null, true, note, null);
    }

    public static CiAnswer pendingUntil(String note, Instant notBefore) {
        return new CiAnswer(null, true, note, notBefore);
    }
}
