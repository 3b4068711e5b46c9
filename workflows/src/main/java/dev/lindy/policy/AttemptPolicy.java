package dev.lindy.policy;

import java.time.Duration;

/**
 * How often a task is tried again, by cause.
 *
 * @param maxRetries attempts after the first that a rejection, conflict or failure may cost; default 2
 * @param maxStallRetries attempts after a stall or time-out; default 1
 * @param maxInterruptions times an attempt that lost its process is resumed without counting; default 3
 * @param maxTransientRetries times an attempt that met a 5xx or a network fault is repeated without
 *     counting; default 10
 * @param transientBackoff wait before the first of those, doubled each time; default 10 s
 * @param maxBackoff longest such wait; default 10 min
 * @param maxGateRuns times a gate that gives no verdict, for instance because it was killed, is run before the goal
 *     pauses; default 4: once, and again as often as an interrupted agent
 * @param quotaProbe wait before a provider whose quota is used up is asked again, where it named no time;
 *     default 15 min
 * @param maxParallelGates gates of one attempt at work at a time; default 4; 0, also in histories that do not say it,
 *     means all
 */
public record AttemptPolicy(
        int maxRetries,
        int maxStallRetries,
        int maxInterruptions,
        int maxTransientRetries,
        Duration transientBackoff,
        Duration maxBackoff,
        int maxGateRuns,
        Duration quotaProbe,
        int maxParallelGates) {

    public static final int DEFAULT_MAX_PARALLEL_GATES = 4;

    public AttemptPolicy {
        if (maxGateRuns < 1) {
            throw new IllegalArgumentException("maxGateRuns must be positive: " + maxGateRuns);
        }
        if (maxParallelGates < 0) {
            throw new IllegalArgumentException("maxParallelGates must not be negative: " + maxParallelGates);
        }
    }

    public static AttemptPolicy defaults() {
        return withMaxRetries(2);
    }

    public static AttemptPolicy withMaxRetries(int maxRetries) {
        return new AttemptPolicy(
                maxRetries,
                1,
                3,
                10,
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                4,
                Duration.ofMinutes(15),
                DEFAULT_MAX_PARALLEL_GATES);
    }
}
