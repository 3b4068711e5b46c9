package dev.lindy.cli.command;

import dev.lindy.cli.client.GoalConnector;
import dev.lindy.cli.engine.AgentDesk;
import dev.lindy.cli.engine.AgentProof;
import dev.lindy.cli.engine.EngineGate;
import dev.lindy.cli.project.Projects;
import dev.lindy.cli.project.Repositories;
import dev.lindy.cli.view.Caller;
import dev.lindy.cli.watch.Interrupts;
import java.util.function.Function;

/**
 * What commands are made of besides themselves.
 *
 * @param gate made on first use, so that commands that need no engine load nothing of it
 */
public record Parts(
        Projects projects,
        Repositories repositories,
        Function<EngineChoiceOptions, EngineGate> gate,
        GoalConnector connector,
        Interrupts interrupts,
        AgentProof proof,
        AgentDesk desk) {

    /** Makes the parts for a caller. */
    @FunctionalInterface
    public interface Factory {
        Parts of(Caller caller);
    }
}
