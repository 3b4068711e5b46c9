package dev.lindy.activities.agent;

import dev.lindy.process.LifeSense;
import dev.lindy.run.Outcome;
import java.util.Map;
import java.util.Optional;

/** A coding agent: a request becomes a command line, its output becomes a reading. */
public interface Agent {

    /** The name in the project config, for instance {@code claude_cli}. */
    String name();

    /** The executable looked up on the caller's PATH, for instance {@code claude}. */
    String executable();

    AgentCapabilities capabilities();

    /**
     * Why the request cannot be served at all, found without starting anything, for instance {@code
     * AuthMissing}; asked before {@link #command}.
     */
    default Optional<Outcome> refusal(AgentRequest request) {
        return Optional.empty();
    }

    /** What a short trial adds to the environment, so that it does not try again for minutes. */
    default Map<String, String> trialEnvironment() {
        return Map.of();
    }

    AgentCommand command(AgentRequest request);

    /** Reads what a program left; never trusts prose, never throws on garbage. */
    AgentReading read(AgentOutput output);

    /** A fresh sense for one program's output. */
    LifeSense sense();
}
