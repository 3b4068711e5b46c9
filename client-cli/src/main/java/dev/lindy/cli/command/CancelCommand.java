package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.client.RunEnd;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.run.RunStatus;
import dev.lindy.state.RunPicture;
import dev.lindy.state.RunStart;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a run and its agents; finished work stays where it is. */
@Command(name = "cancel", description = "End a run and its agents; finished work is kept")
final class CancelCommand implements Callable<Integer> {

    private static final Duration WORD = Duration.ofSeconds(5);
    private static final int MAX_WORDS = 24;

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Id of the run or its beginning; default: newest")
    private @Nullable String run;

    CancelCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunPicture picture = RunChoice.of(context, run);
        RunStart start = picture.start();
        try (Connection connection = context.connect(start)) {
            if (!connection.goals().isOpen(start.workflowId())) {
                context.console().result("run `%s` is over already".formatted(start.run()));
                return ExitCode.OK;
            }
            context.console().info("canceling run `%s`".formatted(start.run()));
            connection.goals().cancel(start.workflowId());
            return await(start, connection.goals().end(start.workflowId()));
        }
    }

    private int await(RunStart start, CompletableFuture<RunEnd> end) throws InterruptedException {
        for (int words = 0; words < MAX_WORDS; words++) {
            try {
                RunEnd how = end.get(WORD.toMillis(), TimeUnit.MILLISECONDS);
                String verb =
                        how.status() == RunStatus.COMPLETED ? "completed before it could be canceled" : "canceled";
                context.console().result("run `%s` is %s".formatted(start.run(), verb));
                return ExitCode.OK;
            } catch (TimeoutException e) {
                context.console().info("waiting for agents to end");
            } catch (ExecutionException e) {
                break;
            }
        }
        context.console().result("run `%s` will be canceled as soon as a Worker gets to it".formatted(start.run()));
        return ExitCode.STILL_RUNNING;
    }
}
