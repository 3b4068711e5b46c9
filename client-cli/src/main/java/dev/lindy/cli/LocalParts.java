package dev.lindy.cli;

import dev.lindy.cli.client.TemporalConnector;
import dev.lindy.cli.client.TemporalNamespaces;
import dev.lindy.cli.command.EngineChoiceOptions;
import dev.lindy.cli.command.Parts;
import dev.lindy.cli.engine.EngineGate;
import dev.lindy.cli.engine.LocalEngine;
import dev.lindy.cli.engine.RecordedAgents;
import dev.lindy.cli.problem.OwnState;
import dev.lindy.cli.project.ConfigFileProjects;
import dev.lindy.cli.project.GitRepositories;
import dev.lindy.cli.view.Caller;
import dev.lindy.cli.watch.SignalInterrupts;
import dev.lindy.engine.AgentInquiries;
import dev.lindy.engine.AgentTrials;
import dev.lindy.engine.EngineRequest;
import dev.lindy.engine.Engines;
import dev.lindy.engine.JavaRuntime;
import dev.lindy.engine.ManagedServer;
import dev.lindy.engine.ManagedWorker;
import dev.lindy.engine.binary.BinaryFinder;
import dev.lindy.state.StateDirectory;
import java.util.Map;

/** Puts together what commands work with on a real host. */
final class LocalParts {

    private LocalParts() {}

    static Parts of(Caller caller) {
        TemporalConnector connector = new TemporalConnector(caller.environment());
        return new Parts(
                new ConfigFileProjects(),
                new GitRepositories(),
                options -> engine(caller.environment(), options, connector),
                connector,
                new SignalInterrupts(),
                (agent, environment) -> new AgentTrials(
                                OwnState.of(caller.environment()), caller.environment(), JavaRuntime.current())
                        .of(agent, environment),
                (inquiry, environment) -> new AgentInquiries(
                                OwnState.of(caller.environment()), caller.environment(), JavaRuntime.current())
                        .ask(inquiry, environment));
    }

    private static EngineGate engine(
            Map<String, String> environment, EngineChoiceOptions options, TemporalConnector connector) {
        StateDirectory state = OwnState.of(environment);
        ManagedServer server = new ManagedServer(state, BinaryFinder.from(environment), environment);
        EngineRequest said = EngineRequest.from(options.address(), options.namespace(), environment);
        return new LocalEngine(
                state,
                () -> connector.complete(said),
                new Engines(server, new TemporalNamespaces()),
                server,
                new ManagedWorker(state, environment, JavaRuntime.current()),
                new RecordedAgents(state));
    }
}
