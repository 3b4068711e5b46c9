package dev.lindy.cli.client;

import dev.lindy.cli.engine.EngineGate;
import dev.lindy.cli.engine.EngineHandle;
import java.util.function.Consumer;
import java.util.function.Function;

/** One engine and one client of it, made again when the engine died. Used by one thread. */
public final class Connection implements AutoCloseable {

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
