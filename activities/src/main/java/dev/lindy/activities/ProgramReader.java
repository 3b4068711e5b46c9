package dev.lindy.activities;

import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a program left behind into the result of the Activity that waits for it. One per kind of
 * program ({@code agent}, {@code planner}, {@code gate}).
 *
 * <p>Called once the program and all its descendants are gone. Idempotent: after a crash or a failed delivery
 * the same end is read again, also by another Worker.
 */
public interface ProgramReader {

    /**
     * The Activity's result; how the program did is part of it, not an exception.
     *
     * @return null for an Activity without a result
     * @throws Exception where the result cannot be had; mapped by {@link
     *     dev.lindy.activities.failure.FailureMapping}
     */
    @Nullable
    Object read(ProgramRecord record, ProgramEnd end) throws Exception;

    /** Puts right what the program did to things of others, where it was ended and nobody wants a result. */
    default void abandoned(ProgramRecord record) {}
}
