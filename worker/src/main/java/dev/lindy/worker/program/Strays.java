package dev.lindy.worker.program;

import dev.lindy.process.ProgramKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers since when an open Workflow has not been waiting for its program. For a while that is normal: the
 * server may have lost its last commits, and the Workflow is about to ask again.
 */
public final class Strays {

    private final Duration patience;
    private final InstantSource clock;
    private final Map<ProgramKey, Instant> since = new ConcurrentHashMap<>();

    /** Makes an empty memory. */
    public Strays(Duration patience, InstantSource clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /** Notes that nobody waits for the program; whether that has been so for too long. */
    boolean isLost(ProgramKey key) {
        Instant first = since.computeIfAbsent(key, unknown -> clock.instant());
        return clock.instant().isAfter(first.plus(patience));
    }

    /** Notes that somebody waits for the program, or that it is gone. */
    void isAtHome(ProgramKey key) {
        since.remove(key);
    }
}
