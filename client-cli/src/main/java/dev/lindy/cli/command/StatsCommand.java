package dev.lindy.cli.command;

import dev.lindy.cli.overview.StatsView;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.session.PastSessions;
import dev.lindy.project.session.SessionStats;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds up the sessions of a project, of whichever version. */
@Command(name = "stats", description = "Add up tasks, costs and gates of all sessions")
final class StatsCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "Count the newest N sessions only")
    private @Nullable Integer limit;

    @Option(names = "--module", paramLabel = "NAME", description = "Count tasks of this module only")
    private @Nullable String module;

    @Option(names = "--cost-only", description = "Show costs only")
    private boolean costOnly;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    StatsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (limit != null && limit < 0) {
            throw UserProblem.usage("`--limit` must not be negative: %d".formatted(limit), null);
        }
        Project project = context.project(config.file());
        PastSessions.Listing listing = new PastSessions(
                        new ProjectFiles(project.root()),
                        project.config().logging().sessionDir())
                .list();
        listing.problems().forEach((path, problem) -> context.console().warning(path + ": " + problem));
        SessionStats stats = SessionStats.of(listing.sessions(), limit, module);
        StatsView view = new StatsView(context.console());
        if (json) {
            view.json(stats);
        } else {
            view.text(stats, costOnly);
        }
        return ExitCode.OK;
    }
}
