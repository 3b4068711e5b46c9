package dev.lindy.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges whether a silent program is stalled. Only silence that was watched counts: neither the sleep of a
 * laptop nor the absence of a Worker makes a stall. One thread at a time.
 */
final class Vitals {

    private static final Logger log = LoggerFactory.getLogger(Vitals.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(30);

    private final ProgramSpec spec;
    private final LifeSense sense;
    private final ProgramLimits limits;
    private final Supplier<Duration> cpu;
    private final LineTail tail;
    private final Duration interval;
    private long lastLook = System.nanoTime();
    private long lastSample = lastLook;
    private @Nullable Duration lastCpu;
    private long lastSize;
    private long quietNanos;
    private boolean isSenseBroken;

    Vitals(ProgramSpec spec, LifeSense sense, ProgramLimits limits, Supplier<Duration> cpu) {
        this.spec = spec;
        this.sense = sense;
        this.limits = limits;
        this.cpu = cpu;
        this.tail = new LineTail(spec.stdout(), this::line);
        this.interval = interval(spec.stallAfter(), limits);
    }

    /** How often to look: often enough to notice a stall in good time. */
    Duration interval() {
        return interval;
    }

    /** Reads on, and tells whether the program has shown no sign of life for too long. */
    boolean isStalled() {
        tail.read();
        long now = System.nanoTime();
        long elapsed = Math.min(now - lastLook, LONGEST_STEP.toNanos());
        lastLook = now;
        quietNanos = hasGrown() || isBusy() ? 0 : quietNanos + elapsed;
        Duration stallAfter = spec.stallAfter();
        if (stallAfter == null || now - lastSample < interval.toNanos()) {
            return false;
        }
        if (usesCpu(now)) {
            quietNanos = 0;
        }
        return quietNanos >= stallAfter.toNanos();
    }

    private boolean hasGrown() {
        long size = size(spec.stdout()) + size(spec.stderr());
        boolean hasGrown = size != lastSize;
        lastSize = size;
        return hasGrown;
    }

    private boolean usesCpu(long now) {
        Duration total = cpu.get();
        Duration before = lastCpu;
        double window = now - lastSample;
        lastCpu = total;
        lastSample = now;
        return before == null || total.minus(before).toNanos() >= Math.max(1, window * limits.busyShare());
    }

    private void line(String line) {
        if (isSenseBroken) {
            return;
        }
        try {
            sense.line(line);
        } catch (RuntimeException e) {
            log.warn("could not read the output of a program for signs of life, key={}", spec.key(), e);
            isSenseBroken = true;
        }
    }

    private boolean isBusy() {
        return !isSenseBroken && sense.isBusy();
    }

    static long size(Path file) {
        return file.toFile().length();
    }

    private static Duration interval(@Nullable Duration stallAfter, ProgramLimits limits) {
        if (stallAfter == null) {
            return limits.heartbeat();
        }
        Duration wanted = stallAfter.dividedBy(20);
        if (wanted.compareTo(limits.tick()) < 0) {
            return limits.tick();
        }
        return wanted.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : wanted;
    }
}
