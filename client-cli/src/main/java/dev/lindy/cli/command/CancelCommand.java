package dev.lindy.cli.command;

import dev.lindy.state.CancelRequest;
import dev.lindy.state.CancelRequests;
import dev.lindy.state.RunPicture;
import dev.lindy.state.RunStart;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a run and its agents; finished work stays where it is. */
@Command(name = "cancel", description = "End a run and its agents; finished work is kept")
final class CancelCommand implements Callable<Integer> {

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
        CancelRequests requests = new CancelRequests(context.state(), start.engineId());
        if (!picture.snapshot().header().status().isTerminal()) {
            // first of all, so that it stands whatever happens to this command
            requests.leave(new CancelRequest(
                    start.run(),
                    start.namespace(),
                    start.workflowId(),
                    context.caller().clock().instant()));
        }
        try (Cancellation cancellation = new Cancellation(context, start, requests)) {
            int code = cancellation.run();
            new KeptWork(context).tell(start.run());
            return code;
        }
    }
}
