package dev.lindy.engine;

import dev.lindy.process.DetachedProcess;
import dev.lindy.process.ProcessIdentity;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Temporal server that Lindy starts for itself: a detached {@code temporal server start-dev} on a file
 * in the state directory, shared by all commands of the user.
 *
 * <p>Safe to use from several processes at once: one file lock is held while the server is started or
 * stopped. After a death the next one serves the same file on the same ports.
 */
public final class ManagedServer {

    /** The namespace of every Lindy engine. */
    public static final String NAMESPACE = "lindy";

    private static final Logger LOG = LoggerFactory.getLogger(ManagedServer.class);
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(2);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    /** Starts before a server that dies while it starts is given up: one may be killed, two hardly. */
    private static final int STARTS = 3;

    private static final Duration SICK_LIMIT = Duration.ofSeconds(15);
    private static final Duration SICK_GRACE = Duration.ofSeconds(5);
    private static final String STARTER = "another lindy that starts or stops the Temporal server";

    private final StateDirectory state;
    private final EngineFolder folder;
    private final PatientLock lock;
    private final BinarySource binaries;
    private final Map<String, String> environment;
    private final RandomGenerator random = new SecureRandom();

    /**
     * Makes an object that has started nothing yet.
     *
     * @param environment of the calling command
     */
    public ManagedServer(StateDirectory state, BinarySource binaries, Map<String, String> environment) {
        this.state = state;
        this.folder = EngineFolder.of(state);
        this.lock = new PatientLock(folder.lock(), LOCK_LIMIT, STARTER);
        this.binaries = binaries;
        this.environment = Map.copyOf(environment);
    }

    /** The record of the last start, whether or not that server lives. */
    public Optional<EngineFile> recorded() {
        return EngineFile.read(folder.record());
    }

    /** The server, if it lives and answers now. Takes milliseconds and starts nothing. */
    public Optional<EngineFile> running() {
        return recorded().filter(EngineFile::isAlive).filter(ManagedServer::answers);
    }

    /** Whether {@code down} stopped it and nobody has wanted it since. */
    public boolean isStopped() {
        return Files.exists(folder.stopped());
    }

    /**
     * Makes sure that the server runs, for a command of the user: also after {@code down}.
     *
     * @param progress told what takes long
     * @throws EngineException where it cannot be had
     */
    public EngineFile ensureRunning(Consumer<String> progress) {
        return start(true, progress).orElseThrow(() -> new IllegalStateException("Unexpected stop of a wanted server"));
    }

    /**
     * Restarts a server that died, for those who watch over it: leaves it alone after {@code down}.
     *
     * @return empty after {@code down}
     * @throws EngineException where it cannot be had
     */
    public Optional<EngineFile> keepRunning() {
        return isStopped() ? Optional.empty() : start(false, LOG::info);
    }

    /**
     * Stops the server and keeps it stopped until a command of the user wants it again.
     *
     * @param grace time between TERM and KILL
     * @return whether one was running
     */
    public boolean stop(Duration grace) {
        try {
            return lock.holding(LOG::debug, () -> {
                Files.write(folder.stopped(), new byte[0]);
                boolean known = end(recorded(), grace);
                return strays().end(grace) || known;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("could not stop the Temporal server", e);
        }
    }

    private Optional<EngineFile> start(boolean wanted, Consumer<String> progress) {
        Optional<EngineFile> running = running();
        if (running.isPresent() && !isStopped()) {
            return running;
        }
        try {
            // Outside the lock: a download takes minutes and has a lock of its own.
            TemporalBinary binary = binaries.find(new DatabaseStamp(folder).version(), progress);
            return lock.holding(progress, () -> {
                if (wanted) {
                    Files.deleteIfExists(folder.stopped());
                } else if (isStopped()) {
                    return Optional.empty();
                }
                return Optional.of(reuseOrStart(binary, progress));
            });
        } catch (IOException | UncheckedIOException e) {
            throw new EngineException(
                    "could not start the Temporal server in `" + folder.root() + "`: " + e.getMessage(),
                    "set LINDY_STATE to a folder that you may write to",
                    e);
        }
    }

    private EngineFile reuseOrStart(TemporalBinary binary, Consumer<String> progress) throws IOException {
        Optional<EngineFile> last = recorded();
        if (last.filter(EngineFile::isAlive).isPresent()) {
            EngineFile server = last.get();
            if (answersWithin(server, SICK_LIMIT)) {
                return server;
            }
            LOG.warn("ends a Temporal server that does not answer pid={}", server.pid());
            end(last, SICK_GRACE);
        }
        strays().end(SICK_GRACE);
        new DatabaseStamp(folder).require(binary);
        Ports ports = last.map(EngineFile::ports).filter(Ports::areFree).orElseGet(() -> Ports.free(random));
        return launch(binary, ports, progress);
    }

    private EngineFile launch(TemporalBinary binary, Ports ports, Consumer<String> progress) throws IOException {
        LogFile log = new LogFile(folder.log());
        for (int start = 1; ; start++) {
            log.roll();
            long logged = log.size();
            EngineFile server = launch(binary, ports);
            if (isReady(server, progress)) {
                return server;
            }
            if (server.isAlive() || start == STARTS) {
                throw notStarted(server, log, logged);
            }
            LOG.warn("the Temporal server ended while it started pid={}", server.pid());
        }
    }

    private EngineFile launch(TemporalBinary binary, Ports ports) throws IOException {
        ProcessIdentity process = DetachedProcess.start(
                ServerCommand.of(binary.path(), ports, NAMESPACE, folder.database()),
                state.root(),
                DetachedEnvironment.forServer(environment),
                folder.log());
        EngineFile server = record(binary, ports).startedAs(process, Instant.now());
        server.write(folder.record());
        LOG.info("started the Temporal server pid={} address={}", process.pid(), server.address());
        return server;
    }

    private static EngineFile record(TemporalBinary binary, Ports ports) {
        return new EngineFile(
                "managed",
                0,
                "",
                "127.0.0.1:" + ports.grpc(),
                ports,
                NAMESPACE,
                binary.version(),
                binary.path(),
                Instant.EPOCH);
    }

    private static boolean isReady(EngineFile server, Consumer<String> progress) throws IOException {
        return SlowStep.quietlyAtFirst("starting the Temporal server")
                .during(progress, () -> answersWithin(server, READY_LIMIT));
    }

    private static EngineException notStarted(EngineFile server, LogFile log, long logged) {
        String cause = server.isAlive() ? "it did not answer in " + READY_LIMIT.toSeconds() + " s" : "it ended at once";
        String said = log.tail(logged);
        return new EngineException(
                "could not start the Temporal server: " + cause + (said.isEmpty() ? "" : ": " + said),
                "its log is `%s`; another `temporal` can be named by LINDY_TEMPORAL_BIN".formatted(log.path()));
    }

    private static boolean answersWithin(EngineFile server, Duration limit) {
        return Pause.until(() -> answers(server) || !server.isAlive(), limit) && server.isAlive();
    }

    private static boolean answers(EngineFile server) {
        return SocketProbe.hasNamespace(server.ports().http(), server.namespace());
    }

    private static boolean end(Optional<EngineFile> server, Duration grace) {
        return server.filter(EngineFile::isAlive)
                .map(alive -> Endings.end(new ProcessIdentity(alive.pid(), alive.startTime()), grace))
                .orElse(false);
    }

    /** Two servers over one file would not notice each other. */
    private StrayProcesses strays() {
        return new StrayProcesses(List.of(" server start-dev ", " --db-filename " + folder.database() + " "));
    }
}
