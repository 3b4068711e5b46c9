package dev.lindy.cli.command;

import dev.lindy.cli.engine.EnginePicture;
import dev.lindy.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what runs on this host. */
@Command(name = "ps", description = "Show the engine, Workers and agents on this host")
final class PsCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    PsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        EnginePicture picture = context.gate().picture();
        new EngineText(context.console()).print(picture, json);
        return ExitCode.OK;
    }
}
