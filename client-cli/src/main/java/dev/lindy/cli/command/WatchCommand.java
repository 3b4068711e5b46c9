package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.state.RunPicture;
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
        try (Connection connection = context.connect(picture.start())) {
            return new Watching(context, options).follow(picture.start(), connection, -1);
        }
    }
}
