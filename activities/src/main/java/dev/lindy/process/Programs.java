package dev.lindy.process;

import dev.lindy.failpoint.FailPoint;
import dev.lindy.process.ProgramEnd.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Asks for programs. Whoever asks for the same key gets the same process: a program is started at most once
 * per key, by any number of threads and processes, across any crash.
 */
public final class Programs {

    private final ProgramStore store;
    private final ProgramLimits limits;
    private final Launcher launcher;
    private final WatchBell bell = new WatchBell();
    private final Predicate<ProgramSpec> held;

    /** Programs of this store. */
    public Programs(ProgramStore store, ProgramLimits limits) {
        this(store, limits, spec -> false);
    }

    /**
     * Programs of this store, some of which must not start.
     *
     * @param held asked before each start of a program with an owner; one that is held waits its turn
     */
    public Programs(ProgramStore store, ProgramLimits limits, Predicate<ProgramSpec> held) {
        this(store, limits, held, new Launcher(store.folder()));
    }

    Programs(ProgramStore store, ProgramLimits limits, Predicate<ProgramSpec> held, Launcher launcher) {
        this.store = store;
        this.limits = limits;
        this.held = held;
        this.launcher = launcher;
    }

    /**
     * Records the program and starts it once the host has a place. A known key is bound to the new owner
     * instead; where it has ended, its end is told again, to the new owner.
     */
    public void request(ProgramSpec spec) {
        ProgramOwner owner = spec.owner();
        if (owner == null) {
            throw new IllegalArgumentException("a program that is only requested needs an owner: " + spec.key());
        }
        store.locked(() -> {
            Optional<ProgramFolder> known = known(spec.key());
            if (known.isPresent()) {
                rebind(known.get(), owner);
            } else {
                store.add(new StoredProgram(spec, Instant.now()));
                FailPoint.PROGRAM_RECORDED.pass(spec.kind());
                launchQueued();
            }
        });
        bell.ring();
    }

    /** Rung where the watch has something to do at once. */
    WatchBell bell() {
        return bell;
    }

    /**
     * Binds the program of this key to a new owner; where it has ended, its end is told again.
     *
     * @return whether there is such a program
     */
    public boolean rebind(ProgramKey key, ProgramOwner owner) {
        return store.locked(() -> {
            Optional<ProgramFolder> known = known(key);
            known.ifPresent(folder -> rebind(folder, owner));
            return known.isPresent();
        });
    }

    private Optional<ProgramFolder> known(ProgramKey key) {
        return store.find(key).isPresent() ? Optional.of(store.folder(key)) : store.revive(key);
    }

    /**
     * Starts the program, or joins the one of this key, and waits for its end; nobody else is told. Does not
     * count against the host's places: the caller holds one already. An interrupt leaves the program
     * running, to be joined by the next call or ended by {@link #end}.
     */
    public ProgramEnd runToEnd(ProgramSpec spec) throws InterruptedException {
        ProgramKey key = spec.key();
        ProgramFolder folder = store.folder(key);
        Optional<ProgramEnd> ended = store.locked(() -> join(folder, spec));
        if (ended.isPresent()) {
            conclude(folder, ended.get());
            return ended.get();
        }
        try {
            return awaitEnd(folder, spec);
        } finally {
            folder.unmark("waiter");
        }
    }

    /** Removes the records of ended programs that carry this label, for instance {@code run}. */
    public void forget(String label, String value) {
        store.forget(label, value);
    }

    /** Programs whose end has not been told yet, in the order of their requests. */
    public List<ProgramRecord> live() {
        return store.live();
    }

    /** Whether the program waits for its turn or runs. */
    public boolean isLive(ProgramKey key) {
        ProgramFolder folder = store.folder(key);
        return folder.has("record.json") && !folder.has("end.json");
    }

    /** Ends the program and all it started, and returns when nothing is left. No owner is told. */
    public void end(ProgramKey key) throws InterruptedException {
        ProgramFolder folder = store.folder(key);
        Optional<StoredProgram> stored = store.locked(() -> silence(folder));
        if (stored.isPresent()) {
            conclude(folder, new Cleanup(folder, stored.get().spec()).run());
        }
    }

    /** Ends the program and all it started, and returns when nothing is left. The watch tells its owner. */
    public void cancel(ProgramKey key) throws InterruptedException {
        ProgramFolder folder = store.folder(key);
        Optional<StoredProgram> stored = store.locked(() -> condemn(folder));
        if (stored.isPresent()) {
            conclude(folder, new Cleanup(folder, stored.get().spec()).run());
        }
    }

    private Optional<StoredProgram> silence(ProgramFolder folder) {
        Optional<StoredProgram> stored = condemn(folder);
        if (stored.isPresent()) {
            folder.mark("silent", "");
        }
        return stored;
    }

    private Optional<StoredProgram> condemn(ProgramFolder folder) {
        Optional<StoredProgram> stored = store.find(folder.key());
        if (stored.isPresent() && !folder.has("exit") && !folder.has("end.json")) {
            folder.ending(Reason.CANCELED);
        }
        return stored;
    }

    /** Starts waiting programs while there are places; also after a start that came to nothing. */
    void launchWaiting() {
        store.locked(this::launchQueued);
    }

    private void launchQueued() {
        Map<ProgramFolder, StoredProgram> waiting = new TreeMap<>(Comparator.comparing(ProgramFolder::path));
        int running = 0;
        for (ProgramFolder folder : store.folders()) {
            Set<String> files = folder.names();
            if (isUnlaunched(folder, files)) {
                folder.stored()
                        .filter(stored -> !folder.isAwaited() && !held.test(stored.spec()))
                        .ifPresent(stored -> waiting.put(folder, stored));
            } else if (isRunning(files) && !files.contains("waiter")) {
                running++;
            }
        }
        waiting.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<ProgramFolder, StoredProgram> entry) ->
                        entry.getValue().requestedAt()))
                .limit(Math.max(0, limits.maxPrograms() - running))
                .forEach(entry ->
                        launcher.launch(entry.getKey(), entry.getValue().spec()));
    }

    /** Writes the end down. Where nobody is to be told, the record is filed away at once. */
    void conclude(ProgramFolder folder, ProgramEnd end) {
        store.locked(() -> folder.stored().ifPresent(stored -> {
            if (!folder.has("end.json")) {
                folder.end(end);
            }
            if (folder.has("silent") || stored.spec().owner() == null) {
                store.settle(folder);
            }
        }));
    }

    /** Files a told end away, unless a new owner has come meanwhile, who has to be told as well. */
    void delivered(ProgramFolder folder, ProgramRecord told) {
        store.locked(() -> folder.stored()
                .filter(stored ->
                        Objects.equals(stored.spec().owner(), told.spec().owner()))
                .ifPresent(stored -> store.settle(folder)));
    }

    /** Whether a launcher has to be started; one that has made no claim within its patience is forgotten. */
    boolean isUnlaunched(ProgramFolder folder, Set<String> files) {
        if (!files.contains("record.json") || files.contains("claim") || files.contains("end.json")) {
            return false;
        }
        Instant late = Instant.now().minus(limits.claimPatience());
        return folder.time("launch").map(launch -> launch.isBefore(late)).orElse(true);
    }

    private ProgramEnd awaitEnd(ProgramFolder folder, ProgramSpec spec) throws InterruptedException {
        Supervision supervision = new Supervision(folder, spec, limits);
        while (true) {
            Optional<ProgramEnd> end = store.end(spec.key());
            if (end.isEmpty() && supervision.isOver(folder.names())) {
                end = Optional.of(new Cleanup(folder, spec).run());
            }
            if (end.isPresent()) {
                conclude(folder, end.get());
                return end.get();
            }
            if (isUnlaunched(folder, folder.names())) {
                store.locked(() -> launch(folder, spec));
            }
            TimeUnit.NANOSECONDS.sleep(limits.tick().toNanos());
        }
    }

    private Optional<ProgramEnd> join(ProgramFolder folder, ProgramSpec spec) {
        Optional<ProgramEnd> ended = store.end(spec.key());
        if (ended.isEmpty()) {
            if (store.find(spec.key()).isEmpty()) {
                store.add(new StoredProgram(spec, Instant.now()));
            }
            folder.await(ProcessIdentity.current());
            launch(folder, spec);
        }
        return ended;
    }

    private void launch(ProgramFolder folder, ProgramSpec spec) {
        if (isUnlaunched(folder, folder.names())) {
            launcher.launch(folder, spec);
        }
    }

    private void rebind(ProgramFolder folder, ProgramOwner owner) {
        folder.stored()
                .filter(stored -> !owner.isOlderThan(stored.spec().owner()))
                .ifPresent(stored -> {
                    folder.store(stored.withOwner(owner));
                    folder.unmark("silent");
                });
    }

    private static boolean isRunning(Set<String> files) {
        return files.contains("record.json")
                && !files.contains("exit")
                && !files.contains("failed")
                && !files.contains("end.json");
    }
}
