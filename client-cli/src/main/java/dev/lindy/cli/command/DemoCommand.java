package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows Lindy at work on a project that is thrown away, with agents that cost nothing. */
@Command(name = "demo", description = "Watch a run on a throw-away project, with scripted agents")
final class DemoCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private WatchOptions options = new WatchOptions();

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.console().detail(options.json() ? "as JSON" : "as text");
        throw UserProblem.of(ExitCode.USAGE, "there is no demo in this build", null);
    }
}
