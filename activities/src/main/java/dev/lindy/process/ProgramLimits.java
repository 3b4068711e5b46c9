package dev.lindy.process;

import java.time.Duration;

/**
 * Bounds of watching programs on one host.
 *
 * @param maxPrograms how many programs with an owner run at once; default 16; others wait in the order they came
 * @param tick how often the watch looks at the disk while programs live, more often while they are young; default
 *     20 ms
 * @param heartbeat how often an owner hears of its program; default 1.5 s, so that 2 s hold also under load
 * @param claimPatience how long a launcher may take from its start to the program's pid before the watch looks
 *     whether anything runs at all; default 2 s
 * @param retryFirst pause after a delivery that failed, doubled each time; default 1 s
 * @param retryCap longest such pause; default 30 s
 * @param busyShare share of one core from which on CPU use of the silent counts as life; default 0.01, since an
 *     idle event loop needs a little as well
 */
public record ProgramLimits(
        int maxPrograms,
        Duration tick,
        Duration heartbeat,
        Duration claimPatience,
        Duration retryFirst,
        Duration retryCap,
        double busyShare) {

    private static final Duration SHORTEST_TICK = Duration.ofMillis(4);

    private static final ProgramLimits DEFAULTS = new ProgramLimits(
            16,
            Duration.ofMillis(20),
            Duration.ofMillis(1500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            0.01);

    public ProgramLimits {
        if (maxPrograms < 1) {
            throw new IllegalArgumentException("maxPrograms must be positive: " + maxPrograms);
        }
        if (tick.isZero() || tick.isNegative()) {
            throw new IllegalArgumentException("tick must be positive: " + tick);
        }
    }

    /** How long the watch rests while its youngest program is of this age: a twentieth of it, at most a tick. */
    Duration tickAt(Duration age) {
        Duration share = age.dividedBy(20);
        Duration shortest = SHORTEST_TICK.compareTo(tick) < 0 ? SHORTEST_TICK : tick;
        if (share.compareTo(shortest) < 0) {
            return shortest;
        }
        return share.compareTo(tick) < 0 ? share : tick;
    }

    public static ProgramLimits defaults() {
        return DEFAULTS;
    }

    public ProgramLimits withMaxPrograms(int count) {
        return new ProgramLimits(count, tick, heartbeat, claimPatience, retryFirst, retryCap, busyShare);
    }

    public ProgramLimits withHeartbeat(Duration interval) {
        return new ProgramLimits(maxPrograms, tick, interval, claimPatience, retryFirst, retryCap, busyShare);
    }

    public ProgramLimits withRetry(Duration first, Duration cap) {
        return new ProgramLimits(maxPrograms, tick, heartbeat, claimPatience, first, cap, busyShare);
    }
}
