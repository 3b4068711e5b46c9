package dev.lindy.cli.command;

import dev.lindy.cli.client.Steering;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a run from starting more attempts. */
@Command(name = "pause", description = "Pause a run: agents at work go on, no others start")
final class PauseCommand extends SteerCommand {

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Id of the run or its beginning; default: newest")
    private @Nullable String run;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Say why, for those who look at the run")
    private String reason = "paused by hand";

    PauseCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        return steer(run, new Steering.Pause(reason), "paused run `%s`");
    }
}
