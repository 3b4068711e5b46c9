package dev.lindy.cli.client;

import dev.lindy.cli.engine.EngineHandle;

/** Opens clients; behind it the first Temporal class is loaded. */
public interface GoalConnector {

    GoalClient connect(EngineHandle engine);
}
