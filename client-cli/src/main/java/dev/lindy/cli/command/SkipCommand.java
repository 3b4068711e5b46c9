package dev.lindy.cli.command;

import dev.lindy.cli.client.Steering;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a task up. */
@Command(name = "skip", description = "Give a task up, and everything that depends on it")
final class SkipCommand extends SteerCommand {

    @Parameters(
            arity = "1..2",
            paramLabel = "[RUN] TASK",
            hideParamSyntax = true,
            description = "Number of the task, after the run if it is not the newest")
    private List<String> arguments = List.of();

    SkipCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        TaskChoice choice = TaskChoice.of(arguments);
        return steer(choice.run(), new Steering.Skip(choice.task()), "skipped " + choice.task() + " of run `%s`");
    }
}
