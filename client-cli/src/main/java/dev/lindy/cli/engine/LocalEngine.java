package dev.lindy.cli.engine;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Words;
import dev.lindy.engine.EngineAddress;
import dev.lindy.engine.EngineChoice;
import dev.lindy.engine.EngineException;
import dev.lindy.engine.EngineRequest;
import dev.lindy.engine.Engines;
import dev.lindy.engine.HostId;
import dev.lindy.engine.ManagedServer;
import dev.lindy.engine.ManagedWorker;
import dev.lindy.engine.WorkerFile;
import dev.lindy.state.RunStart;
import dev.lindy.state.StateDirectory;
import dev.lindy.workflow.TaskQueues;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine as {@code dev.lindy.engine} finds and starts it, in the words of commands. */
public final class LocalEngine implements EngineGate {

    private static final Duration WORD = Duration.ofSeconds(5);
    private static final int MAX_WORDS = 12;

    /** Starts of a Worker that ends while it starts: it may have been killed, each time. */
    private static final int STARTS = 4;

    private final StateDirectory state;
    private final Supplier<EngineRequest> request;
    private final Engines engines;
    private final ManagedServer server;
    private final ManagedWorker worker;
    private final AgentsAtWork agents;

    /**
     * Makes a gate that has started nothing yet.
     *
     * @param request what the person said about the server; asked for when it is needed
     */
    public LocalEngine(
            StateDirectory state,
            Supplier<EngineRequest> request,
            Engines engines,
            ManagedServer server,
            ManagedWorker worker,
            AgentsAtWork agents) {
        this.state = state;
        this.request = request;
        this.engines = engines;
        this.server = server;
        this.worker = worker;
        this.agents = agents;
    }

    @Override
    public EngineHandle ensure(Consumer<String> progress) {
        return translated(() -> start(engines.choose(request.get()), progress));
    }

    @Override
    public EngineHandle server(Consumer<String> progress) {
        return translated(() -> handle(engines.ready(engines.choose(request.get()), progress)));
    }

    @Override
    public EngineHandle ensure(RunStart run, Consumer<String> progress) {
        return translated(() -> start(choice(run), progress));
    }

    private EngineChoice choice(RunStart run) {
        EngineChoice.Kind kind = kind(run.engineKind());
        return kind == EngineChoice.Kind.MANAGED
                ? engines.managed()
                : new EngineChoice(kind, run.engineId(), run.address(), run.namespace(), run.ui());
    }

    private EngineHandle start(EngineChoice choice, Consumer<String> progress) {
        if (choice.isManaged() && server.running().isEmpty()) {
            progress.accept("starting the Temporal server");
        }
        for (int start = 1; ; start++) {
            EngineChoice ready = engines.ready(choice, progress);
            if (worker.running(ready.id()).isEmpty()) {
                progress.accept("starting a Worker");
            }
            try {
                awaitWorker(worker.ensureRunning(ready, progress), progress);
                return handle(ready);
            } catch (EngineException e) {
                if (start == STARTS) {
                    throw UserProblem.of(ExitCode.NO_WORKER, String.valueOf(e.getMessage()), e.hint(), e);
                }
            }
            progress.accept("the Worker ended while it started; starting another");
        }
    }

    private void awaitWorker(WorkerFile started, Consumer<String> progress) {
        for (int words = 0; words < MAX_WORDS; words++) {
            if (worker.awaitReady(started, WORD)) {
                return;
            }
            progress.accept("waiting for the Worker to take work; `lindy ps` shows it");
        }
        throw UserProblem.of(
                ExitCode.NO_WORKER,
                "no Worker took work in " + Words.of(WORD.multipliedBy(MAX_WORDS)),
                "stop the engine with `lindy down` and try again");
    }

    @Override
    public EngineHandle restore(EngineHandle engine, Consumer<String> progress) {
        boolean managed = kind(engine.kind()) == EngineChoice.Kind.MANAGED;
        if ((managed && server.isStopped()) || worker.isStopped(engine.id())) {
            throw UserProblem.of(
                    ExitCode.STILL_RUNNING,
                    "the engine was stopped with `lindy down`",
                    "start it again and go on with `lindy watch`");
        }
        return translated(() -> start(
                managed
                        ? engines.managed()
                        : new EngineChoice(
                                kind(engine.kind()), engine.id(), engine.address(), engine.namespace(), engine.ui()),
                progress));
    }

    @Override
    public boolean isAlive(EngineHandle engine) {
        boolean answers = kind(engine.kind()) == EngineChoice.Kind.MANAGED
                ? server.running().isPresent()
                : new EngineAddress(engine.address(), engine.namespace()).listens();
        return answers
                && worker.running(engine.id())
                        .filter(file -> !worker.isFrozen(file))
                        .isPresent();
    }

    @Override
    public EnginePicture picture() {
        return new EnginePicture(
                translated(this::server),
                worker.all().stream()
                        .map(file -> new EnginePicture.Worker(
                                file.pid(), file.identity(), file.host(), !worker.isFrozen(file)))
                        .toList(),
                agents.list());
    }

    private EnginePicture.@Nullable Server server() {
        EngineChoice choice = engines.choose(request.get());
        if (!choice.isManaged()) {
            return new EnginePicture.Server(
                    word(choice.kind()), choice.requireAddress(), choice.namespace(), choice.uiUrl(), null, null);
        }
        return server.running()
                .map(file -> new EnginePicture.Server(
                        word(choice.kind()),
                        file.address(),
                        file.namespace(),
                        file.uiUrl(),
                        file.pid(),
                        file.cliVersion()))
                .orElse(null);
    }

    @Override
    public List<ProgramAtWork> down(Down how, Consumer<String> progress) {
        return translated(() -> new Shutdown(server, worker, agents).run(how, progress));
    }

    @Override
    public List<ProgramAtWork> cancelPrograms(RunStart run) {
        return agents.cancel(run);
    }

    @Override
    public List<Check> check() {
        EnginePicture.Server found = server();
        String engine = found == null
                ? "not running; the first command that needs it starts it"
                : "%s at %s".formatted(found.kind(), found.address());
        return List.of(new Check("engine", true, engine, null));
    }

    private EngineHandle handle(EngineChoice choice) {
        return new EngineHandle(
                word(choice.kind()),
                choice.id(),
                choice.requireAddress(),
                choice.namespace(),
                choice.uiUrl(),
                TaskQueues.host(HostId.of(state).value()));
    }

    private static String word(EngineChoice.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static EngineChoice.Kind kind(String word) {
        return EngineChoice.Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static <T extends @Nullable Object> T translated(Supplier<T> action) {
        try {
            return action.get();
        } catch (EngineException e) {
            throw UserProblem.of(ExitCode.UNREACHABLE, String.valueOf(e.getMessage()), e.hint(), e);
        }
    }
}
