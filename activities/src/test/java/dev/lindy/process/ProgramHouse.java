package dev.lindy.process;

import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A store with everything around it, in a folder of its own; leaves no process behind. */
final class ProgramHouse implements AutoCloseable {

    static final ProgramLimits LIMITS = ProgramLimits.defaults()
            .withHeartbeat(Duration.ofMillis(100))
            .withRetry(Duration.ofMillis(50), Duration.ofMillis(200));

    final Path folder;
    final Path storeFolder;
    final ProgramLimits limits;
    final ProgramStore store;
    final Programs programs;
    final RecordingListener listener = new RecordingListener();
    final ProgramSpecs specs;
    Function<ProgramRecord, LifeSense> senses = record -> LifeSense.none();
    private final List<ProgramWatch> watches = new ArrayList<>();

    ProgramHouse(Path folder) {
        this(folder, LIMITS);
    }

    ProgramHouse(Path folder, ProgramLimits limits) {
        this.folder = folder;
        this.limits = limits;
        this.storeFolder = folder.resolve("programs").resolve("engine");
        this.store = new ProgramStore(storeFolder);
        this.programs = new Programs(store, limits);
        this.specs = ProgramSpecs.in(folder);
    }

    ProgramWatch watch() {
        return watch(listener);
    }

    /** A watch with nothing in common with an earlier one but the disk. */
    ProgramWatch watch(ProgramListener own) {
        ProgramStore fresh = new ProgramStore(storeFolder);
        ProgramWatch watch = new ProgramWatch(fresh, new Programs(fresh, limits), own, senses, limits);
        watches.add(watch);
        watch.start();
        return watch;
    }

    ProgramFolder folder(String key) {
        return store.folder(specs.key(key));
    }

    LaunchedProgram awaitLaunch(String key) {
        return await().until(() -> folder(key).launched(), Optional::isPresent).orElseThrow();
    }

    String awaitText(Path file) {
        return await().until(() -> PrivateFiles.read(file), Optional::isPresent).orElseThrow();
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10));
    }

    Set<Long> marked(String key) {
        return ProcessTable.ofHost().marked(ProcessMarker.program(specs.key(key)));
    }

    Set<Long> launchers(String key) {
        return ProcessTable.ofHost().marked(ProcessMarker.launcher(specs.key(key)));
    }

    static int lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    @Override
    public void close() {
        watches.forEach(ProgramWatch::close);
        store.folders().forEach(left -> end(left.key()));
    }

    void end(ProgramKey key) {
        try {
            programs.end(key);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
