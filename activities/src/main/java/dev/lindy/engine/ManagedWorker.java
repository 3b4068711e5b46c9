package dev.lindy.engine;

import dev.lindy.process.DetachedProcess;
import dev.lindy.process.ProcessIdentity;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Workers that Lindy starts for itself: one detached process per engine, shared by all commands of the
 * user and safe to start from several of them at once.
 */
public final class ManagedWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ManagedWorker.class);
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);
    private static final Duration REPLACE_GRACE = Duration.ofSeconds(15);
    private static final Duration STRAY_GRACE = Duration.ofSeconds(5);
    /** A Worker shows every second that it gets to run. */
    private static final Duration SILENCE = Duration.ofSeconds(20);
    /** After a sleep of the whole host everybody has been silent. */
    private static final Duration AWAKENING = Duration.ofSeconds(5);

    private static final String STARTER = "another lindy that starts or stops the Worker";

    private final StateDirectory state;
    private final Map<String, String> environment;
    private final JavaRuntime java;

    /**
     * Makes an object that has started nothing yet.
     *
     * @param environment of the calling command
     * @param java what to start Workers with
     */
    public ManagedWorker(StateDirectory state, Map<String, String> environment, JavaRuntime java) {
        this.state = state;
        this.environment = Map.copyOf(environment);
        this.java = java;
    }

    /** The engine's Worker, if its process lives. Takes milliseconds and starts nothing. */
    public Optional<WorkerFile> running(String engine) {
        return recorded(engine).filter(WorkerFile::isAlive);
    }

    /** Whether the Worker's process lives but has not got to run for long: stopped by a signal, or hanging. */
    public boolean isFrozen(WorkerFile worker) {
        Instant late = Instant.now().minus(SILENCE);
        return worker.isAlive()
                && folder(worker.engine())
                        .lastBeat(worker.pid())
                        .filter(beat -> beat.isBefore(late))
                        .isPresent();
    }

    /** The engine's last start, whether or not that Worker lives. */
    public Optional<WorkerFile> recorded(String engine) {
        return WorkerFile.read(folder(engine).record());
    }

    /** The living Workers of all engines. */
    public List<WorkerFile> all() {
        if (!Files.isDirectory(state.worker())) {
            return List.of();
        }
        try (Stream<Path> engines = Files.list(state.worker())) {
            return engines.map(path -> path.getFileName().toString())
                    .sorted()
                    .flatMap(engine -> running(engine).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + state.worker(), e);
        }
    }

    /**
     * Makes sure that the engine has a Worker, for a command of the user: also after {@code down}. The Worker
     * may not take work yet. One that runs other code, from before an update, is replaced: what it watches goes on.
     *
     * @param engine with an address
     * @throws EngineException where it cannot be started
     */
    public WorkerFile ensureRunning(EngineChoice engine, Consumer<String> progress) {
        return start(engine, true, progress)
                .orElseThrow(() -> new IllegalStateException("Unexpected stop of a wanted Worker"));
    }

    /**
     * Restarts a Worker that died, for those who watch: leaves it alone after {@code down}.
     *
     * @return empty after {@code down}
     * @throws EngineException where it cannot be started
     */
    public Optional<WorkerFile> keepRunning(EngineChoice engine) {
        return start(engine, false, LOG::info);
    }

    /**
     * Waits until the Worker takes work.
     *
     * @return whether it did in time
     * @throws EngineException where it ended instead, with the last lines of its log
     */
    public boolean awaitReady(WorkerFile worker, Duration limit) {
        WorkerFolder folder = folder(worker.engine());
        boolean answered = Pause.until(() -> folder.isReady(worker.pid()) || !worker.isAlive(), limit);
        if (answered && !worker.isAlive()) {
            String said = new LogFile(folder.log()).tail(0);
            throw new EngineException(
                    "could not start the Worker: it ended at once" + (said.isEmpty() ? "" : ": " + said),
                    "its log is `" + folder.log() + "`");
        }
        return answered;
    }

    /**
     * Stops the engine's Worker and keeps it stopped until a command of the user wants it again. Programs that
     * it watches go on.
     *
     * @param grace time between TERM and KILL; zero for KILL at once
     * @return whether one was running
     */
    public boolean stop(String engine, Duration grace) {
        WorkerFolder folder = folder(engine);
        try {
            return lock(folder).holding(LOG::debug, () -> {
                Files.write(folder.stopped(), new byte[0]);
                boolean known = running(engine)
                        .map(worker -> Endings.end(worker.process(), grace))
                        .orElse(false);
                return strays(engine).end(grace) || known;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("could not stop the Worker", e);
        }
    }

    /** Whether {@code down} stopped it and nobody has wanted it since. */
    public boolean isStopped(String engine) {
        return Files.exists(folder(engine).stopped());
    }

    private Optional<WorkerFile> start(EngineChoice engine, boolean wanted, Consumer<String> progress) {
        WorkerFolder folder = folder(engine.id());
        boolean stopped = isStopped(engine.id());
        if (stopped && !wanted) {
            return Optional.empty();
        }
        Optional<WorkerFile> running = running(engine.id()).filter(worker -> !wanted || hasOurCode(worker));
        if (running.isPresent() && !stopped && wakes(running.get())) {
            return running;
        }
        try {
            return lock(folder).holding(progress, () -> {
                if (wanted) {
                    Files.deleteIfExists(folder.stopped());
                } else if (isStopped(engine.id())) {
                    return Optional.empty();
                }
                Optional<WorkerFile> other = running(engine.id());
                boolean isFrozen = other.filter(this::isFrozen).isPresent();
                if (other.isPresent() && !isFrozen && (!wanted || hasOurCode(other.get()))) {
                    return other;
                }
                if (isFrozen) {
                    progress.accept("the Worker with pid %d does not respond; ending it"
                            .formatted(other.orElseThrow().pid()));
                    Endings.end(other.orElseThrow().process(), Duration.ZERO);
                } else if (other.isPresent()) {
                    SlowStep.quietlyAtFirst("replacing the Worker of another version")
                            .during(progress, () -> Endings.end(other.get().process(), REPLACE_GRACE));
                }
                return Optional.of(launch(engine, folder));
            });
        } catch (IOException | UncheckedIOException e) {
            throw new EngineException(
                    "could not start the Worker in `" + folder.root() + "`: " + e.getMessage(),
                    "set LINDY_STATE to a folder that you may write to",
                    e);
        }
    }

    private boolean wakes(WorkerFile worker) {
        return !isFrozen(worker) || Pause.until(() -> !isFrozen(worker), AWAKENING);
    }

    private WorkerFile launch(EngineChoice engine, WorkerFolder folder) throws IOException {
        LogFile log = new LogFile(folder.log());
        strays(engine.id()).end(STRAY_GRACE);
        log.roll();
        folder.clearReady();
        recorded(engine.id()).ifPresent(last -> folder.clearBeat(last.pid()));
        HostId host = HostId.of(state);
        ProcessIdentity process = DetachedProcess.start(
                WorkerCommand.of(java, engine, state, environment),
                state.root(),
                DetachedEnvironment.forWorker(environment),
                log.path());
        WorkerFile worker = new WorkerFile(
                process.pid(),
                process.startTime(),
                new WorkerIdentity(host, process).toString(),
                host.value(),
                engine.id(),
                engine.requireAddress(),
                engine.namespace(),
                java.classPath(),
                Instant.now());
        worker.write(folder.record());
        LOG.info("started the Worker pid={} engine={}", process.pid(), engine.id());
        return worker;
    }

    private boolean hasOurCode(WorkerFile worker) {
        return java.classPath().equals(worker.classPath());
    }

    private StrayProcesses strays(String engine) {
        return new StrayProcesses(List.of(WorkerCommand.marker(state, engine) + " "));
    }

    private WorkerFolder folder(String engine) {
        return WorkerFolder.of(state, engine);
    }

    private static PatientLock lock(WorkerFolder folder) {
        return new PatientLock(folder.lock(), LOCK_LIMIT, STARTER);
    }
}
