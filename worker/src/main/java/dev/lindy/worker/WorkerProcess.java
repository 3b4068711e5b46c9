package dev.lindy.worker;

import dev.lindy.engine.HostId;
import dev.lindy.engine.WorkerIdentity;
import dev.lindy.process.ProcessIdentity;
import dev.lindy.worker.engine.EngineConnector;
import dev.lindy.worker.engine.EngineSetup;
import dev.lindy.worker.engine.EngineTarget;
import dev.lindy.worker.engine.ServerGuardian;
import dev.lindy.worker.engine.ServerKeeper;
import dev.lindy.worker.engine.Sessions;
import dev.lindy.worker.program.WatchDuty;
import dev.lindy.worker.token.ActivityEdge;
import dev.lindy.worker.token.TokenJournal;
import dev.lindy.worker.token.TokenStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Worker from its start to the signal that ends it. */
public final class WorkerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

    private final WorkerArguments arguments;
    private final WorkerConfig config;
    private final Map<String, String> environment;
    private final Function<Assembly.Parts, Assembly> assembling;
    private final ServerKeeper keeper;
    private final ProcessIdentity process = ProcessIdentity.current();

    /** What is to be done at the end, newest first. */
    private final Deque<Runnable> endings = new ConcurrentLinkedDeque<>();

    /**
     * Makes a Worker that has done nothing yet.
     *
     * @param assembling what the Worker is to run
     * @param keeper whoever restarts the server
     * @throws IllegalArgumentException where a setting in the environment is wrong
     */
    public WorkerProcess(
            WorkerArguments arguments,
            Map<String, String> environment,
            Function<Assembly.Parts, Assembly> assembling,
            ServerKeeper keeper) {
        this.arguments = arguments;
        this.config = WorkerConfig.from(environment);
        this.environment = Map.copyOf(environment);
        this.assembling = assembling;
        this.keeper = keeper;
    }

    /** Works until a signal ends the process; never returns before. */
    public void run() throws InterruptedException {
        HostId host = HostId.of(arguments.state());
        String identity = new WorkerIdentity(host, process).toString();
        LOG.info(
                "a Worker starts identity={} engine={} address={} namespace={}",
                identity,
                arguments.engine(),
                arguments.address(),
                arguments.namespace());
        WorkerPresence presence = WorkerPresence.announce(arguments, host, process, Instant.now());
        endings.push(presence::close);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endings.forEach(Runnable::run), "lindy-end"));
        TokenStore tokens = new TokenStore(arguments.state().tokens().resolve(arguments.engine()));
        TokenJournal journal = new TokenJournal(tokens, arguments.namespace(), process, InstantSource.system());
        EngineConnector connector = new EngineConnector(
                new EngineTarget(arguments.address(), arguments.namespace(), arguments.managed()),
                identity,
                journal,
                keeper,
                new EngineSetup(config.retention()),
                config.health());
        serve(host, connector, tokens, journal);
        presence.ready();
        LOG.info("takes work identity={}", identity);
        new CountDownLatch(1).await();
    }

    private void serve(HostId host, EngineConnector connector, TokenStore tokens, TokenJournal journal)
            throws InterruptedException {
        Sessions sessions = new Sessions(connector.connect());
        WorkerParts parts = new WorkerParts(arguments, config, environment, assembling, tokens, journal, sessions);
        ActivityEdge edge = new ActivityEdge(journal);
        WatchDuty duty = parts.duty();
        TaskWorkers workers = new TaskWorkers(config, parts.assembly(), edge, host.value());
        ServerGuardian guardian = new ServerGuardian(sessions, connector, workers, config.health());
        Drain drain = new Drain(edge, duty, workers, parts.results(), config.drain());
        endings.push(drain::run);
        endings.push(guardian::close);
        duty.start();
        begin(workers, sessions);
        guardian.start();
    }

    /** The server may have gone away again since the connection was made. */
    private void begin(TaskWorkers workers, Sessions sessions) throws InterruptedException {
        while (true) {
            try {
                workers.start(sessions.current());
                return;
            } catch (RuntimeException e) {
                LOG.warn("could not begin to poll, trying again cause={}", e.getMessage());
                TimeUnit.NANOSECONDS.sleep(config.health().toNanos());
            }
        }
    }
}
