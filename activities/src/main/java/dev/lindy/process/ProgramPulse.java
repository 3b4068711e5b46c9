package dev.lindy.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life.
 *
 * @param queued whether the program still waits for a place on this host
 * @param pid null while queued
 * @param lastOutputAt null before the first output
 */
public record ProgramPulse(
        boolean queued,
        @Nullable Long pid,
        @Nullable Instant launchedAt,
        @Nullable Instant lastOutputAt,
        long outputBytes) {}
