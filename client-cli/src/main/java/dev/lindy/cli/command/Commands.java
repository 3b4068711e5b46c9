package dev.lindy.cli.command;

import java.util.List;
import picocli.CommandLine;

/** Every command of {@code lindy}, in the order of the help. */
public final class Commands {

    private Commands() {}

    /** Adds all commands to the one above them. */
    public static void addTo(CommandLine lindy, CommandContext context) {
        List<Object> commands = List.of(
                new RunCommand(context),
                new PlanCommand(context),
                new WatchCommand(context),
                new ListCommand(context),
                new ShowCommand(context),
                new StatusCommand(context),
                new LogsCommand(context),
                new ReportCommand(context),
                new ApproveCommand(context),
                new PauseCommand(context),
                new ResumeCommand(context),
                new RetryCommand(context),
                new SkipCommand(context),
                new CancelCommand(context),
                new PsCommand(context),
                new UpCommand(context),
                new DownCommand(context),
                new WorkerCommand(context),
                new DoctorCommand(context),
                new DemoCommand(context),
                new VersionCommand(context));
        commands.forEach(lindy::addSubcommand);
    }
}
