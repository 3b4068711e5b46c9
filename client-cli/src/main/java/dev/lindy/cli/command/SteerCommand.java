package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.client.Steering;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.run.RunStatus;
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
            connection.call(
                    goals -> {
                        goals.steer(picture.start().workflowId(), steering, request);
                        return true;
                    },
                    context.console()::info);
        } catch (UserProblem refusal) {
            throw refusal.exitCode() == ExitCode.USAGE ? withHint(refusal, picture, steering) : refusal;
        }
        context.console().result(done.formatted(picture.start().run()));
        return ExitCode.OK;
    }

    private static UserProblem withHint(UserProblem refusal, RunPicture picture, Steering steering) {
        RunStatus status = picture.snapshot().header().status();
        String command = "look at it with `lindy show %s`";
        if (status.isTerminal() && status != RunStatus.COMPLETED) {
            command = "continue it with `lindy resume %s`";
        } else if (status == RunStatus.PAUSED && steering instanceof Steering.Pause) {
            command = "let it go on with `lindy resume %s`";
        }
        return UserProblem.of(
                ExitCode.USAGE,
                String.valueOf(refusal.getMessage()),
                command.formatted(picture.start().run()),
                refusal);
    }
}
