package dev.lindy.cli.command;

import dev.lindy.cli.overview.CleanupView;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.project.cleanup.Cleanup;
import dev.lindy.project.cleanup.CleanupOutcome;
import dev.lindy.project.cleanup.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cleans up after runs; never what is the only copy of somebody's work. */
@Command(name = "gc", description = "Clean up what old runs left; shows what it would do unless told to apply it")
final class GcCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--apply", description = "Do it; without this nothing is changed")
    private boolean apply;

    @Option(
            names = "--branch-age",
            paramLabel = "DAYS",
            description = "Leave task branches and worktrees younger than this alone; default: ${DEFAULT-VALUE}")
    private int branchAge = 14;

    @Option(
            names = "--session-age",
            paramLabel = "DAYS",
            description = "Leave younger sessions alone; default: observability.retention_days, 30")
    private @Nullable Integer sessionAge;

    @Option(
            names = "--run-age",
            paramLabel = "DAYS",
            description = "Leave evidence of runs that ended later alone; default: observability.retention_days, 30")
    private @Nullable Integer runAge;

    @Option(
            names = "--log-size",
            paramLabel = "MB",
            description = "Leave a smaller action log alone; default: ${DEFAULT-VALUE}")
    private int logSize = 10;

    @Option(
            names = "--status-stale",
            paramLabel = "DAYS",
            description = "Name STATUS.md files that are older; default: ${DEFAULT-VALUE}")
    private int statusStale = 7;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    GcCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Project project = context.project(config.file());
        Limits limits = limits(project.config().observability().retentionDays());
        Cleanup.Report report = new Cleanup(
                        project.root(),
                        project.config(),
                        context.state(),
                        limits,
                        context.caller().clock().instant())
                .look(context.caller().environment());
        report.problems().forEach(context.console()::warning);
        List<CleanupOutcome> outcomes = report.findings().stream()
                .map(finding -> CleanupOutcome.of(finding, apply))
                .toList();
        CleanupView view = new CleanupView(context.console(), apply);
        if (json) {
            view.json(outcomes, report.problems());
        } else {
            view.text(outcomes);
        }
        return outcomes.stream().anyMatch(CleanupOutcome::isFailure) ? ExitCode.NOT_ALL_COMPLETED : ExitCode.OK;
    }

    private Limits limits(int retention) {
        return new Limits(
                days("--branch-age", branchAge),
                days("--run-age", runAge == null ? retention : runAge),
                days("--session-age", sessionAge == null ? retention : sessionAge),
                (long) positive("--log-size", logSize) << 20,
                days("--status-stale", statusStale));
    }

    private static Duration days(String option, int value) {
        return Duration.ofDays(positive(option, value));
    }

    private static int positive(String option, int value) {
        if (value < 0) {
            throw UserProblem.usage("`%s` must not be negative: %d".formatted(option, value), null);
        }
        return value;
    }
}
