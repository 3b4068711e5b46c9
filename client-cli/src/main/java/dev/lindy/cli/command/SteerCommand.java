package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.client.Steering;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.state.RunPicture;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A command that asks one thing of a run that goes on. */
abstract class SteerCommand implements Callable<Integer> {

    private final CommandContext context;
    // one per invocation, so that a repeated call takes effect once
    private final String request = UUID.randomUUID().toString();

    SteerCommand(CommandContext context) {
        this.context = context;
    }

    CommandContext context() {
        return context;
    }

    /** Asks and says that it was done. */
    int steer(@Nullable String run, Steering steering, String done) {
        RunPicture picture = RunChoice.of(context, run);
        try (Connection connection = context.connect(picture.start())) {
            connection.goals().steer(picture.start().workflowId(), steering, request);
        }
        context.console().result(done.formatted(picture.start().run()));
        return ExitCode.OK;
    }
}
