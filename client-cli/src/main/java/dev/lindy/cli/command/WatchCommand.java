package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.engine.EnginePicture;
import dev.lindy.run.RunHeader;
import dev.lindy.state.RunPicture;
import dev.lindy.state.RunStart;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Follows a run that another command started. */
@Command(name = "watch", description = "Watch a run until it is over; Ctrl-C detaches")
final class WatchCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Id of the run or its beginning; default: newest")
    private @Nullable String run;

    @Mixin
    private WatchOptions options = new WatchOptions();

    WatchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunPicture picture = RunChoice.of(context, run);
        RunHeader header = picture.snapshot().header();
        Watching watching = new Watching(context, options);
        if (!header.status().isTerminal()) {
            try (Connection connection = context.connect(picture.start())) {
                return watching.follow(picture.start(), connection, -1);
            }
        }
        if (isEngineUp(picture.start())) {
            try (Connection connection = context.connect(picture.start())) {
                if (connection.goals().isOpen(picture.start().workflowId())) {
                    // resumed a moment ago: its picture is still that of the end before
                    return watching.follow(picture.start(), connection, header.sequence());
                }
            }
        }
        return watching.over(picture);
    }

    // nothing is started for the sake of a run that is over
    private boolean isEngineUp(RunStart start) {
        EnginePicture.Server engine = context.gate().picture().engine();
        return engine != null
                && engine.address().equals(start.address())
                && engine.namespace().equals(start.namespace());
    }
}
