package dev.lindy.worker;

import static org.awaitility.Awaitility.await;

import dev.lindy.engine.HostId;
import dev.lindy.engine.ManagedServer;
import dev.lindy.engine.binary.BinaryFinder;
import dev.lindy.process.ProcessIdentity;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramLimits;
import dev.lindy.process.ProgramStore;
import dev.lindy.process.Programs;
import dev.lindy.state.StateDirectory;
import dev.lindy.worker.engine.EngineSession;
import dev.lindy.worker.engine.EngineTarget;
import dev.lindy.worker.engine.TaskLedger;
import dev.lindy.workflow.TaskQueues;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A state directory with a server of its own, Workers in processes of their own and a client. */
final class WorkerScene implements AutoCloseable {

    private final Path root;
    private final StateDirectory state;
    private final ManagedServer server;
    private final EngineSession session;
    private final List<WorkerJvm> workers = new ArrayList<>();

    WorkerScene(Path root) {
        this.root = root;
        this.state = new StateDirectory(root.resolve("state"));
        Map<String, String> environment = new TreeMap<>(System.getenv());
        this.server = new ManagedServer(state, BinaryFinder.from(environment), environment);
        String address = server.ensureRunning(text -> {}).address();
        this.session = new EngineSession(new EngineTarget(address, "lindy", true), "test", TaskLedger.none());
    }

    StateDirectory state() {
        return state;
    }

    ManagedServer server() {
        return server;
    }

    EngineSession session() {
        return session;
    }

    WorkerJvm worker() throws IOException {
        return keep(WorkerJvm.start(state, session.target().address()));
    }

    WorkerJvm launchWorker() throws IOException {
        return keep(WorkerJvm.launch(state, session.target().address()));
    }

    private WorkerJvm keep(WorkerJvm worker) {
        workers.add(worker);
        return worker;
    }

    /** A folder for one Workflow. */
    Path folder() throws IOException {
        return Files.createTempDirectory(root, "case");
    }

    WorkflowStub start(String kind, String key, Path folder, String script, Duration heartbeat) {
        WorkflowStub stub = session.client()
                .newUntypedWorkflowStub(
                        "ScriptWorkflow",
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.host(HostId.of(state).value()))
                                .setWorkflowId(key)
                                .setWorkflowTaskTimeout(Duration.ofSeconds(60))
                                .build());
        stub.start(new ScriptRequest(
                kind,
                key,
                script,
                folder.toString(),
                TaskQueues.host(HostId.of(state).value()),
                heartbeat));
        return stub;
    }

    /** A program that notes its start and its pids, and ends when a file named {@code go} appears. */
    WorkflowStub startProgram(String key, Path folder) {
        return startProgram(key, folder, Duration.ofMinutes(3));
    }

    WorkflowStub startProgram(String key, Path folder, Duration heartbeat) {
        String script = "(trap '' TERM; while :; do sleep 1; done) & echo $! > child; echo $$ > parent; "
                + "echo started >> starts; while [ ! -e go ]; do sleep 0.05; done; kill -9 $(cat child); echo done";
        return start("program", key, folder, script, heartbeat);
    }

    static String key(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static void awaitFile(Path file) {
        await(file.toString())
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Files.exists(file));
    }

    static long lines(Path file) throws IOException {
        return Files.readAllLines(file).size();
    }

    /** Whether a process whose pid is in the file runs; zombies of a container without an init do not count. */
    static boolean lives(Path pidFile) throws IOException {
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        return ProcessIdentity.of(pid).filter(ProcessIdentity::isAlive).isPresent();
    }

    String result(WorkflowStub stub, Duration limit) {
        try {
            return stub.getResult(limit.toMillis(), TimeUnit.MILLISECONDS, String.class);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    workers.stream().map(WorkerJvm::log).collect(Collectors.joining("\n--- next Worker\n")), e);
        }
    }

    @Override
    public void close() {
        workers.forEach(WorkerJvm::close);
        Programs programs =
                new Programs(new ProgramStore(state.programs().resolve(WorkerJvm.ENGINE)), ProgramLimits.defaults());
        for (var record : programs.live()) {
            end(programs, record.spec().key());
        }
        session.close();
        server.stop(Duration.ZERO);
    }

    private static void end(Programs programs, ProgramKey key) {
        try {
            programs.end(key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
