package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.state.RunPicture;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one run from disk. */
@Command(name = "show", description = "Show a run: its tasks, attempts and gates")
final class ShowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Id of the run or its beginning; default: newest")
    private @Nullable String run;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    ShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunPicture picture = RunChoice.of(context, run);
        picture.problems().forEach(context.console()::warning);
        Freshness freshness = Freshness.of(context, picture);
        if (json) {
            context.console()
                    .data(RunJson.shown(picture.snapshot())
                            .put("updatedAt", picture.writtenAt().toString())
                            .put("workerLives", freshness.workerLives()));
        } else {
            new RunText(context.console(), context.caller().clock().instant(), freshness)
                    .lines(picture)
                    .forEach(context.console()::data);
        }
        return ExitCode.OK;
    }
}
