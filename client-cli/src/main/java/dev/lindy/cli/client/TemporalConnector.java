package dev.lindy.cli.client;

import dev.lindy.cli.engine.EngineHandle;

/** Opens clients over gRPC. */
public final class TemporalConnector implements GoalConnector {

    @Override
    public GoalClient connect(EngineHandle engine) {
        return TemporalGoals.connect(engine);
    }
}
