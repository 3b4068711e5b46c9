package dev.lindy.cli.client;

import dev.lindy.cli.engine.EngineGate;
import dev.lindy.cli.engine.EngineHandle;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import java.util.function.Consumer;
import java.util.function.Function;

/** One engine and one client of it, made again when the engine died. Used by one thread. */
public final class Connection implements AutoCloseable {

    /** Calls before an engine that dies under each of them is given up. */
    private static final int CALLS = 3;

    private final EngineGate gate;
    private final GoalConnector connector;
    private EngineHandle engine;
    private GoalClient goals;

    private Connection(
            EngineGate gate,
            GoalConnector connector,
            Function<Consumer<String>, EngineHandle> finder,
            Consumer<String> progress) {
        this.gate = gate;
        this.connector = connector;
        this.engine = finder.apply(progress);
        this.goals = connector.connect(engine);
    }

    /**
     * Connects to what the finder finds.
     *
     * @param finder gets the receiver of progress lines
     */
    public static Connection open(
            EngineGate gate,
            GoalConnector connector,
            Function<Consumer<String>, EngineHandle> finder,
            Consumer<String> progress) {
        return new Connection(gate, connector, finder, progress);
    }

    public EngineHandle engine() {
        return engine;
    }

    public GoalClient goals() {
        return goals;
    }

    /**
     * Makes a call; where server or Worker died under it, starts what is missing and makes it again.
     *
     * @param call may be made several times, and takes effect once
     */
    public <T> T call(Function<GoalClient, T> call, Consumer<String> progress) {
        for (int number = 1; ; number++) {
            try {
                return call.apply(goals);
            } catch (UserProblem problem) {
                if (number == CALLS || !isOfTheEngine(problem)) {
                    throw problem;
                }
            }
            restore(progress);
        }
    }

    private static boolean isOfTheEngine(UserProblem problem) {
        return problem.exitCode() == ExitCode.UNREACHABLE || problem.exitCode() == ExitCode.NO_WORKER;
    }

    public boolean isAlive() {
        return gate.isAlive(engine);
    }

    /** Starts what is missing of the engine and connects again. */
    public void restore(Consumer<String> progress) {
        EngineHandle found = gate.restore(engine, progress);
        goals.close();
        engine = found;
        goals = connector.connect(found);
    }

    @Override
    public void close() {
        goals.close();
    }
}
