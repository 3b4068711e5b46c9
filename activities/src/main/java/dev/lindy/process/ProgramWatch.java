package dev.lindy.process;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after all programs of a store, whichever process started them: tells owners that they live, judges
 * stalls, enforces limits, ends trees and delivers ends. At most one watch per store may be at work on a
 * host; whoever starts it holds a {@link HostLock} for that.
 */
public final class ProgramWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProgramWatch.class);
    private static final int IDLE_TICKS = 5;
    private static final Duration UNREADABLE_PAUSE = Duration.ofSeconds(5);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final ProgramStore store;
    private final Programs programs;
    private final ProgramListener listener;
    private final Function<ProgramRecord, LifeSense> senses;
    private final ProgramLimits limits;
    private final ExecutorService executor;
    private final Map<ProgramKey, WatchedProgram> watched = new HashMap<>();
    private final Map<ProgramKey, Long> unreadable = new HashMap<>();
    private final AtomicBoolean isLaunching = new AtomicBoolean();
    private volatile boolean isClosed;
    private @Nullable Thread thread;

    /** A watch of this store that tells this listener; nothing happens before {@link #start}. */
    public ProgramWatch(
            ProgramStore store,
            Programs programs,
            ProgramListener listener,
            Function<ProgramRecord, LifeSense> senses,
            ProgramLimits limits) {
        this.store = store;
        this.programs = programs;
        this.listener = listener;
        this.senses = senses;
        this.limits = limits;
        this.executor = Executors.newCachedThreadPool(work -> daemon(work, "lindy-watch-worker"));
    }

    /** Takes up what the store holds, and from then on whatever comes into it. */
    public synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("the watch was started before");
        }
        thread = daemon(this::run, "lindy-watch");
        thread.start();
    }

    /** Stops watching. All programs run on; the next watch takes them up. */
    @Override
    public synchronized void close() {
        isClosed = true;
        try {
            if (thread != null) {
                thread.join();
            }
            executor.shutdown();
            if (!executor.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosed) {
            try {
                tick();
                programs.bell().await(pauseUntilNextTick());
            } catch (RuntimeException e) {
                log.error("could not look after programs, store={}", store.folder(), e);
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The shorter a program runs, the more its end is waited for. */
    private Duration pauseUntilNextTick() {
        if (watched.isEmpty()) {
            return limits.tick().multipliedBy(IDLE_TICKS);
        }
        return watched.values().stream()
                .map(program -> limits.tickAt(program.age()))
                .min(Comparator.naturalOrder())
                .orElseGet(limits::tick);
    }

    private void tick() {
        List<ProgramFolder> folders = store.folders();
        Set<ProgramKey> keys = folders.stream().map(ProgramFolder::key).collect(Collectors.toSet());
        watched.keySet().retainAll(keys);
        unreadable.keySet().retainAll(keys);
        boolean isWaiting = false;
        for (ProgramFolder folder : folders) {
            Set<String> files = folder.names();
            isWaiting |= programs.isUnlaunched(folder, files);
            watched(folder).ifPresent(program -> program.tick(files));
        }
        if (isWaiting && isLaunching.compareAndSet(false, true)) {
            executor.execute(this::launch);
        }
    }

    private void launch() {
        try {
            programs.launchWaiting();
        } catch (RuntimeException e) {
            log.error("could not launch programs, store={}", store.folder(), e);
        } finally {
            isLaunching.set(false);
        }
    }

    private Optional<WatchedProgram> watched(ProgramFolder folder) {
        ProgramKey key = folder.key();
        WatchedProgram known = watched.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Long retryAt = unreadable.get(key);
        if (retryAt != null && System.nanoTime() - retryAt < 0) {
            return Optional.empty();
        }
        Optional<StoredProgram> stored = folder.stored();
        if (stored.isEmpty()) {
            unreadable.put(key, System.nanoTime() + UNREADABLE_PAUSE.toNanos());
            return Optional.empty();
        }
        WatchedProgram program = new WatchedProgram(
                folder, stored.get(), programs, listener, sense(stored.get().in(folder)), limits, executor);
        watched.put(key, program);
        return Optional.of(program);
    }

    private LifeSense sense(ProgramRecord record) {
        try {
            return senses.apply(record);
        } catch (RuntimeException e) {
            log.warn(
                    "could not make sense of a program's output, key={}",
                    record.spec().key(),
                    e);
            return LifeSense.none();
        }
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(limits.retryFirst().toNanos());
        } catch (InterruptedException e) {
            isClosed = true;
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
