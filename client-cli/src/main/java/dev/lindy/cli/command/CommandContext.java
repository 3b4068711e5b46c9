package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.engine.AgentDesk;
import dev.lindy.cli.engine.AgentProof;
import dev.lindy.cli.engine.EngineGate;
import dev.lindy.cli.problem.OwnState;
import dev.lindy.cli.project.ConfigFile;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.project.Projects;
import dev.lindy.cli.project.Repositories;
import dev.lindy.cli.view.Caller;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.watch.Interrupts;
import dev.lindy.state.RunFiles;
import dev.lindy.state.RunStart;
import dev.lindy.state.StateDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What a command works with, made from the caller, the common options and the parts. */
public final class CommandContext {

    private final Caller caller;
    private final LindyCommand options;
    private final Parts parts;
    private final ToIntFunction<Inner> lindy;
    private @Nullable Console console;
    private @Nullable EngineGate gate;

    public CommandContext(Caller caller, LindyCommand options, Parts parts, ToIntFunction<Inner> lindy) {
        this.caller = caller;
        this.options = options;
        this.parts = parts;
        this.lindy = lindy;
    }

    /** A command that is run by another command, in a world of its own. */
    public record Inner(Caller caller, List<String> arguments) {
        public Inner {
            arguments = List.copyOf(arguments);
        }
    }

    /** Runs a command as if another caller had given it; the exit code is its own. */
    int runInside(Caller inner, String... args) {
        return lindy.applyAsInt(new Inner(inner, List.of(args)));
    }

    public Caller caller() {
        return caller;
    }

    /** The console as the options say; not to be asked for before they are parsed. */
    public Console console() {
        if (console == null) {
            console = new Console(caller, options.verbosity(), options.color());
        }
        return console;
    }

    public StateDirectory state() {
        return OwnState.of(caller.environment());
    }

    public RunFiles runs() {
        return new RunFiles(state());
    }

    public Repositories repositories() {
        return parts.repositories();
    }

    public Projects projects() {
        return parts.projects();
    }

    /** The project at hand; its warnings are printed. */
    public Project project(@Nullable Path config) {
        Path file = config == null ? null : caller.directory().resolve(config);
        Project project = projects().load(caller.directory(), file);
        project.warnings().forEach(console()::warning);
        return project;
    }

    /** The config file at hand, right or wrong; nothing is printed. */
    ConfigFile configFile(@Nullable Path config) {
        Path file = config == null ? null : caller.directory().resolve(config);
        return ConfigFile.of(caller.directory(), file);
    }

    public EngineGate gate() {
        if (gate == null) {
            gate = parts.gate().apply(options.engine());
        }
        return gate;
    }

    public AgentProof proof() {
        return parts.proof();
    }

    public AgentDesk desk() {
        return parts.desk();
    }

    public Interrupts interrupts() {
        return parts.interrupts();
    }

    /** Connects to the engine for new runs, started where needed. */
    public Connection connect() {
        return Connection.open(gate(), parts.connector(), gate()::ensure, console()::info);
    }

    /** Connects to the engine that a run belongs to, started where needed. */
    public Connection connect(RunStart run) {
        return Connection.open(gate(), parts.connector(), progress -> gate().ensure(run, progress), console()::info);
    }
}
