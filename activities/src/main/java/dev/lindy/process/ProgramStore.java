package dev.lindy.process;

import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The records of one engine's programs on disk: {@code live/<key>} until the end is told, then {@code
 * done/<key>}, so that a late second request gets the same end instead of a second start. Any number of
 * processes and threads may use the same folder.
 */
public final class ProgramStore {

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> KEPT = Set.of("record.json", "end.json", "claim", "launcher.log");

    private final Path folder;
    private final Path live;
    private final Path done;

    /** Opens the folder {@code <state>/programs/<engine>}, making it where it is missing. */
    public ProgramStore(Path folder) {
        this.folder = PrivateFiles.folder(folder.toAbsolutePath());
        this.live = PrivateFiles.folder(this.folder.resolve("live"));
        this.done = PrivateFiles.folder(this.folder.resolve("done"));
    }

    public Path folder() {
        return folder;
    }

    /** Programs whose end has not been told yet, in the order of their requests. */
    public List<ProgramRecord> live() {
        return folders(live).stream()
                .flatMap(program -> program.stored().map(stored -> stored.in(program)).stream())
                .sorted(Comparator.comparing(ProgramRecord::requestedAt)
                        .thenComparing(record -> record.spec().key().value()))
                .toList();
    }

    /** Those of the live programs of which a process lives now, be it its launcher or a child of it. */
    public List<ProgramRecord> running() {
        ProcessTable table = ProcessTable.ofHost();
        return live().stream().filter(record -> isRunning(record, table)).toList();
    }

    private boolean isRunning(ProgramRecord record, ProcessTable table) {
        ProgramKey key = record.spec().key();
        return folder(key)
                        .launched()
                        .filter(launched -> launched.program().isAlive())
                        .isPresent()
                || !table.marked(ProcessMarker.program(key)).isEmpty()
                || !table.marked(ProcessMarker.launcher(key)).isEmpty();
    }

    /** How the program of this key ended, or empty where it has not or is not known. */
    public Optional<ProgramEnd> end(ProgramKey key) {
        return folder(key).end().or(() -> new ProgramFolder(done.resolve(key.value())).end());
    }

    /** Removes the records of ended programs that carry this label, for instance {@code run}. */
    public void forget(String label, String value) {
        locked(() -> folders(done).stream()
                .filter(program -> program.stored()
                        .map(stored -> value.equals(stored.spec().labels().get(label)))
                        .orElse(false))
                .forEach(program -> PrivateFiles.deleteTree(program.path())));
    }

    /** Does the work while nobody else on this host changes which records there are. */
    <T> T locked(Supplier<T> work) {
        HostLock lock = HostLock.acquire(folder.resolve("lock"), LOCK_PATIENCE);
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }

    void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    List<ProgramFolder> folders() {
        return folders(live);
    }

    ProgramFolder folder(ProgramKey key) {
        return new ProgramFolder(live.resolve(key.value()));
    }

    /** The live record of this key; one whose file was torn, as by a power loss, is moved out of the way. */
    Optional<StoredProgram> find(ProgramKey key) {
        ProgramFolder program = folder(key);
        Optional<StoredProgram> stored = program.stored();
        if (stored.isEmpty() && Files.exists(program.path())) {
            Path broken = PrivateFiles.folder(folder.resolve("broken"));
            move(program.path(), broken.resolve(key.value() + "-" + System.nanoTime()));
        }
        return stored;
    }

    /** A new record. The folder appears with everything in it. */
    ProgramFolder add(StoredProgram program) {
        ProgramKey key = program.spec().key();
        ProgramFolder draft =
                new ProgramFolder(PrivateFiles.folder(folder.resolve("draft").resolve(key.value())));
        draft.store(program);
        move(draft.path(), folder(key).path());
        return folder(key);
    }

    /** Takes an ended program back, so that its end is told once more. */
    Optional<ProgramFolder> revive(ProgramKey key) {
        Path old = done.resolve(key.value());
        if (new ProgramFolder(old).end().isEmpty()) {
            return Optional.empty();
        }
        move(old, folder(key).path());
        return Optional.of(folder(key));
    }

    /** Files the ended program away; called under the lock. In one step: what is half gone would be told again. */
    void settle(ProgramFolder program) {
        program.stored().ifPresent(stored -> program.store(stored.withoutSecrets()));
        ProgramFolder settled = new ProgramFolder(done.resolve(program.key().value()));
        PrivateFiles.deleteTree(settled.path());
        move(program.path(), settled.path());
        settled.names().stream().filter(name -> !KEPT.contains(name)).forEach(settled::unmark);
    }

    private static List<ProgramFolder> folders(Path parent) {
        String[] names = Objects.requireNonNullElse(parent.toFile().list(), new String[0]);
        return Arrays.stream(names)
                .filter(name -> !name.startsWith("."))
                .map(name -> new ProgramFolder(parent.resolve(name)))
                .toList();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not move record `" + from + "`", e);
        }
    }
}
