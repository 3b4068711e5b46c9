package dev.lindy.cli.command;

import dev.lindy.cli.engine.EngineGate;
import dev.lindy.cli.engine.ProgramAtWork;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.run.RunId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the managed engine. */
@Command(name = "down", description = "Stop the Worker and the engine that Lindy started")
final class DownCommand implements Callable<Integer> {

    private final CommandContext context;

    @ArgGroup
    private How how = new How();

    DownCommand(CommandContext context) {
        this.context = context;
    }

    static final class How {

        @Option(names = "--force", description = "End agents at work; the next Worker goes on in their sessions")
        private boolean force;

        @Option(names = "--keep-agents", description = "Leave agents at work; the next Worker takes them over")
        private boolean keepAgents;

        EngineGate.Down value() {
            if (force) {
                return EngineGate.Down.FORCE;
            }
            return keepAgents ? EngineGate.Down.KEEP_AGENTS : EngineGate.Down.ASK;
        }
    }

    @Override
    public Integer call() {
        EngineGate.Down down = how.value();
        List<ProgramAtWork> programs = context.gate().down(down, context.console()::result);
        if (down == EngineGate.Down.FORCE) {
            programs.stream().map(ProgramAtWork::run).distinct().map(RunId::of).forEach(new KeptWork(context)::tell);
        }
        return ExitCode.OK;
    }
}
