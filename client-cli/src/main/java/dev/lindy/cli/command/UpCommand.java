package dev.lindy.cli.command;

import dev.lindy.cli.engine.EngineHandle;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.view.Sanitizer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the engine without a run. */
@Command(name = "up", description = "Start the engine and a Worker where they are not running")
final class UpCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON, as `lindy ps --json`")
    private boolean json;

    UpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        EngineHandle engine = context.gate().ensure(context.console()::info);
        String seen = engine.ui() == null ? "" : "; see it at " + Sanitizer.line(engine.ui());
        context.console()
                .result("%s engine is up at `%s`%s".formatted(engine.kind(), Sanitizer.line(engine.address()), seen));
        if (json) {
            new EngineText(context.console()).print(context.gate().picture(), true);
        }
        return ExitCode.OK;
    }
}
