package dev.lindy.cli.engine;

import dev.lindy.engine.TrialResult;
import dev.lindy.state.CallerEnvironment;

/** Proves that an agent works where runs will start it. */
@FunctionalInterface
public interface AgentProof {

    /** Sends the agent one small request, with what programs of a run would see; takes at most 90 s. */
    TrialResult of(String agent, CallerEnvironment caller);
}
