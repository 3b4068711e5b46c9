package dev.lindy.worker;

import dev.lindy.engine.HostId;
import dev.lindy.engine.WorkerFolder;
import dev.lindy.engine.WorkerIdentity;
import dev.lindy.process.ProcessIdentity;
import dev.lindy.process.ProgramLimits;
import dev.lindy.process.ProgramOwner;
import dev.lindy.process.ProgramStore;
import dev.lindy.process.ProgramWatch;
import dev.lindy.process.Programs;
import dev.lindy.worker.engine.EngineConnector;
import dev.lindy.worker.engine.EngineSession;
import dev.lindy.worker.engine.EngineSetup;
import dev.lindy.worker.engine.EngineTarget;
import dev.lindy.worker.engine.GrpcOwnWorkflows;
import dev.lindy.worker.engine.GrpcTokenClient;
import dev.lindy.worker.engine.OwnWorkflows;
import dev.lindy.worker.engine.ServerGuardian;
import dev.lindy.worker.engine.ServerKeeper;
import dev.lindy.worker.engine.Sessions;
import dev.lindy.worker.engine.TokenClient;
import dev.lindy.worker.program.ProgramCompletions;
import dev.lindy.worker.program.Strays;
import dev.lindy.worker.program.WatchDuty;
import dev.lindy.worker.token.ActivityEdge;
import dev.lindy.worker.token.Adoption;
import dev.lindy.worker.token.Adoption.ProgramClaim;
import dev.lindy.worker.token.TokenJournal;
import dev.lindy.worker.token.TokenStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Worker from its start to the signal that ends it. */
public final class WorkerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final Duration RETRY_CAP = Duration.ofSeconds(4);

    private final WorkerArguments arguments;
    private final WorkerConfig config;
    private final Map<String, String> environment;
    private final Function<Assembly.Parts, Assembly> assembling;
    private final ServerKeeper keeper;
    private final ProcessIdentity process = ProcessIdentity.current();

    /**
     * Makes a Worker that has done nothing yet.
     *
     * @param keeper whoever restarts the server
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

    /** Works until a signal ends the process. */
    public void run() throws InterruptedException {
        HostId host = HostId.of(arguments.state());
        String identity = WorkerIdentity.of(host, process.pid());
        LOG.info(
                "a Worker starts identity={} engine={} address={} namespace={}",
                identity,
                arguments.engine(),
                arguments.address(),
                arguments.namespace());
        WorkerPresence presence = WorkerPresence.announce(arguments, host, process, Instant.now());
        onEnd("lindy-presence", presence::close);
        EngineConnector connector = new EngineConnector(
                new EngineTarget(arguments.address(), arguments.namespace(), arguments.managed()),
                identity,
                keeper,
                new EngineSetup(config.retention()),
                config.health());
        EngineSession session = connector.connect();
        serve(host, connector, session);
        presence.ready();
        LOG.info("takes work identity={}", identity);
        new CountDownLatch(1).await();
    }

    private void serve(HostId host, EngineConnector connector, EngineSession session) {
        Sessions sessions = new Sessions(session);
        ProgramLimits limits = ProgramLimits.defaults()
                .withMaxPrograms(config.maxPrograms())
                .withRetry(ProgramLimits.defaults().retryFirst(), RETRY_CAP);
        ProgramStore store = new ProgramStore(folder(arguments.state().programs()));
        Programs programs = new Programs(store, limits);
        Assembly assembly =
                assembling.apply(new Assembly.Parts(arguments.state(), arguments.engine(), programs, environment));
        TokenClient client = new GrpcTokenClient(sessions, config.call());
        OwnWorkflows workflows = new GrpcOwnWorkflows(sessions, WorkflowTypes.of(assembly.workflows()), config.call());
        TokenStore tokens = new TokenStore(folder(arguments.state().tokens()));
        TokenJournal journal = new TokenJournal(tokens, client, process, InstantSource.system());
        ActivityEdge edge = new ActivityEdge(journal);
        ProgramCompletions completions = new ProgramCompletions(
                client, workflows, tokens, assembly.readers(), new Strays(config.stray(), InstantSource.system()));
        WatchDuty duty = new WatchDuty(
                WorkerFolder.of(arguments.state(), arguments.engine()).root().resolve("watch.lock"),
                new Adoption(tokens, client, workflows, () -> claims(programs)),
                () -> new ProgramWatch(store, programs, completions, assembly.senses(), limits),
                journal::settle,
                config.takeover(),
                config.sweep());
        TaskWorkers workers = new TaskWorkers(config, assembly, edge, host.value());
        ServerGuardian guardian = new ServerGuardian(sessions, connector, workers, config.health());
        Drain drain = new Drain(edge, duty, workers, journal, config.drain());
        onEnd("lindy-drain", () -> {
            guardian.close();
            drain.run();
        });
        duty.start();
        begin(workers, sessions, connector);
        guardian.start();
    }

    /** The server may have gone away again since the connection was made. */
    private static void begin(TaskWorkers workers, Sessions sessions, EngineConnector connector) {
        workers.start(sessions.current());
    }

    private Path folder(Path parent) {
        return parent.resolve(arguments.engine());
    }

    private static List<ProgramClaim> claims(Programs programs) {
        return programs.live().stream()
                .flatMap(record -> claim(record.spec().owner()))
                .toList();
    }

    private static Stream<ProgramClaim> claim(@org.jspecify.annotations.Nullable ProgramOwner owner) {
        return owner == null ? Stream.empty() : Stream.of(new ProgramClaim(owner.workflowId(), owner.taskToken()));
    }

    private static void onEnd(String name, Runnable work) {
        Runtime.getRuntime().addShutdownHook(new Thread(work, name));
    }
}
