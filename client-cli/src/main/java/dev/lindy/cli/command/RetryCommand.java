package dev.lindy.cli.command;

import dev.lindy.cli.client.Steering;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a task fresh attempts. */
@Command(name = "retry", description = "Give a failed or skipped task fresh attempts")
final class RetryCommand extends SteerCommand {

    @Parameters(
            arity = "1..2",
            paramLabel = "[RUN] TASK",
            hideParamSyntax = true,
            description = "Number of the task, after the run if it is not the newest")
    private List<String> arguments = List.of();

    RetryCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        TaskChoice choice = TaskChoice.of(arguments);
        return steer(
                choice.run(), new Steering.Retry(choice.task()), choice.task() + " of run `%s` gets fresh attempts");
    }
}
