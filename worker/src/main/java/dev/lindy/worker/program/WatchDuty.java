package dev.lindy.worker.program;

import dev.lindy.process.HostLock;
import dev.lindy.process.ProgramWatch;
import dev.lindy.worker.token.Adoption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The duty to watch this host's programs of one engine. One Worker has it, by a lock that is free as soon as its
 * process is gone; the others try again and again.
 */
public final class WatchDuty implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchDuty.class);

    private final Path lockFile;
    private final Adoption adoption;
    private final Supplier<ProgramWatch> watches;
    private final Runnable settling;
    private final Duration retry;
    private final Duration sweep;
    private final Thread thread = new Thread(this::serve, "lindy-watch-duty");
    private @Nullable HostLock lock;
    private @Nullable ProgramWatch watch;
    private boolean isClosed;

    /**
     * Makes a candidate for the duty.
     *
     * @param lockFile opened by nothing else
     * @param settling done every sweep, with or without the duty, and before anything is taken over
     */
    public WatchDuty(
            Path lockFile,
            Adoption adoption,
            Supplier<ProgramWatch> watches,
            Runnable settling,
            Duration retry,
            Duration sweep) {
        this.lockFile = lockFile;
        this.adoption = adoption;
        this.watches = watches;
        this.settling = settling;
        this.retry = retry;
        this.sweep = sweep;
        thread.setDaemon(true);
    }

    /** Takes the duty now if it is free, before it returns, and otherwise as soon as it is. */
    public void start() {
        if (!tryTake()) {
            LOG.info("another Worker watches this host's programs; stands by lock={}", lockFile);
        }
        thread.start();
    }

    private void serve() {
        long nextSweep = System.nanoTime() + sweep.toNanos();
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(retry.toNanos());
                boolean hasDuty = tryTake();
                if (System.nanoTime() - nextSweep >= 0) {
                    nextSweep = System.nanoTime() + sweep.toNanos();
                    settle(hasDuty);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(boolean hasDuty) {
        try {
            settling.run();
            if (hasDuty) {
                adoption.sweep();
            }
        } catch (RuntimeException e) {
            LOG.error("could not look after task tokens", e);
        }
    }

    private synchronized boolean tryTake() {
        if (isClosed) {
            return false;
        }
        if (watch != null) {
            return true;
        }
        Optional<HostLock> taken = HostLock.tryAcquire(lockFile);
        if (taken.isEmpty()) {
            return false;
        }
        lock = taken.get();
        takeOver();
        watch = watches.get();
        watch.start();
        LOG.info("watches this host's programs lock={}", lockFile);
        return true;
    }

    private void takeOver() {
        try {
            settling.run();
            adoption.takeOver();
        } catch (RuntimeException e) {
            LOG.error("could not take over from earlier Workers", e);
        }
    }

    /** Gives the duty up. Programs go on. */
    @Override
    public void close() {
        thread.interrupt();
        synchronized (this) {
            isClosed = true;
            if (watch != null) {
                watch.close();
            }
            if (lock != null) {
                lock.close();
            }
        }
    }
}
