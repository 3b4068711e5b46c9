package dev.lindy.cli.client;

import dev.lindy.cli.engine.EngineHandle;
import dev.lindy.engine.EngineRequest;
import java.util.Map;

/** Opens clients over gRPC; for a server that somebody named, with the TLS and API key of Temporal's profile. */
public final class TemporalConnector implements GoalConnector {

    private final Map<String, String> environment;

    public TemporalConnector(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public GoalClient connect(EngineHandle engine) {
        TemporalProfile profile = new TemporalProfile(environment);
        return engine.kind().equals("external") && profile.isThere()
                ? TemporalGoals.connect(engine, profile.stubs())
                : TemporalGoals.connect(engine);
    }

    /** Fills what a person did not say about the server from the profile. */
    public EngineRequest complete(EngineRequest said) {
        TemporalProfile profile = new TemporalProfile(environment);
        return profile.isThere() ? said.orElse(profile.request()) : said;
    }
}
