package dev.lindy.cli.command;

import dev.lindy.cli.client.Steering;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a run go on whose plan waits for approval. */
@Command(name = "approve", description = "Approve the plan of a run that waits for it")
final class ApproveCommand extends SteerCommand {

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Id of the run or its beginning; default: newest")
    private @Nullable String run;

    ApproveCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        return steer(run, new Steering.Approve(), "approved the plan of run `%s`");
    }
}
