package dev.lindy.cli.command;

import dev.lindy.cli.engine.EngineGate;
import dev.lindy.cli.problem.ExitCode;
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

        @Option(names = "--force", description = "End agents at work; their attempts are lost")
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
        context.gate().down(how.value(), context.console()::result);
        return ExitCode.OK;
    }
}
