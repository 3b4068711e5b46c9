package dev.lindy.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Every command of {@code lindy}, in the order of the help. */
public final class Commands {

    private record Named(String name, Class<?> type, Function<CommandContext, Object> make) {

        /** Name and description alone, for the help of the command above. */
        CommandSpec outline() {
            CommandSpec outline = CommandSpec.create();
            Command said = type.getAnnotation(Command.class);
            outline.usageMessage().description(said.description()).hidden(said.hidden());
            return outline;
        }
    }

    private static final List<Named> ALL = List.of(
            new Named("run", RunCommand.class, RunCommand::new),
            new Named("plan", PlanCommand.class, PlanCommand::new),
            new Named("init", InitCommand.class, InitCommand::new),
            new Named("onboard", OnboardCommand.class, OnboardCommand::new),
            new Named("scaffold", ScaffoldCommand.class, ScaffoldCommand::new),
            new Named("watch", WatchCommand.class, WatchCommand::new),
            new Named("list", ListCommand.class, ListCommand::new),
            new Named("show", ShowCommand.class, ShowCommand::new),
            new Named("status", StatusCommand.class, StatusCommand::new),
            new Named("logs", LogsCommand.class, LogsCommand::new),
            new Named("validate", ValidateCommand.class, ValidateCommand::new),
            new Named("config", ConfigCommand.class, ConfigCommand::new),
            new Named("report", ReportCommand.class, ReportCommand::new),
            new Named("gc", GcCommand.class, GcCommand::new),
            new Named("scan", ScanCommand.class, ScanCommand::new),
            new Named("mailbox", MailboxCommand.class, MailboxCommand::new),
            new Named("issues", IssuesCommand.class, IssuesCommand::new),
            new Named("run-issue", RunIssueCommand.class, RunIssueCommand::new),
            new Named("stats", StatsCommand.class, StatsCommand::new),
            new Named("inspect", InspectCommand.class, InspectCommand::new),
            new Named("clear", ClearCommand.class, ClearCommand::new),
            new Named("approve", ApproveCommand.class, ApproveCommand::new),
            new Named("pause", PauseCommand.class, PauseCommand::new),
            new Named("resume", ResumeCommand.class, ResumeCommand::new),
            new Named("retry", RetryCommand.class, RetryCommand::new),
            new Named("skip", SkipCommand.class, SkipCommand::new),
            new Named("cancel", CancelCommand.class, CancelCommand::new),
            new Named("ps", PsCommand.class, PsCommand::new),
            new Named("up", UpCommand.class, UpCommand::new),
            new Named("down", DownCommand.class, DownCommand::new),
            new Named("worker", WorkerCommand.class, WorkerCommand::new),
            new Named("doctor", DoctorCommand.class, DoctorCommand::new),
            new Named("demo", DemoCommand.class, DemoCommand::new),
            new Named("version", VersionCommand.class, VersionCommand::new));

    private Commands() {}

    /**
     * Adds the commands that these arguments may mean: the one that they begin with, else all, and outlines where help is
     * all that is asked for. The parser looks at every command that it is given with reflection, which takes longer than
     * most of them take to do their work.
     */
    public static void addTo(CommandLine lindy, CommandContext context, String... args) {
        Optional<Named> meant = ALL.stream()
                .filter(command -> args.length > 0 && command.name().equals(args[0]))
                .findFirst();
        if (meant.isPresent()) {
            lindy.addSubcommand(meant.get().make().apply(context));
        } else if (asksForHelp(args)) {
            ALL.forEach(command -> lindy.addSubcommand(command.name(), command.outline()));
        } else {
            ALL.forEach(command -> lindy.addSubcommand(command.make().apply(context)));
        }
    }

    private static boolean asksForHelp(String... args) {
        return args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"));
    }
}
