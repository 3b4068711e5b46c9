package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.PlanFile;
import dev.lindy.cli.project.RequiredPrograms;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.plan.Task;
import dev.lindy.project.check.CiObstacles;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.state.RunStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a run that was put together, or says what would happen; what {@code run} and {@code run-issue} share. */
final class GoalRun {

    private final CommandContext context;
    private final WatchOptions options;
    private final boolean detach;

    GoalRun(CommandContext context, WatchOptions options, boolean detach) {
        this.context = context;
        this.options = options;
        this.detach = detach;
    }

    /** Answers the exit code of the run, or of a dry run where that is wanted here or by the config. */
    int of(NewRun run, boolean dryRun, boolean includeUncommitted) {
        warnOfCi(run);
        List<UserProblem.Line> problems = problems(run);
        if (dryRun || run.project().config().safety().dryRun()) {
            return tell(run, includeUncommitted, problems);
        }
        if (!problems.isEmpty()) {
            throw UserProblem.invalid(problems);
        }
        return start(run.from(includeUncommitted ? Uncommitted.keep(context, run) : null));
    }

    /** Told before anything is spent: the run would pause once the first task waits for CI. */
    private void warnOfCi(NewRun run) {
        PlanFile plan = run.plan();
        if (plan == null || plan.plan().tasks().stream().noneMatch(task -> !task.completed() && asksCi(run, task))) {
            return;
        }
        CiObstacles.first(
                        run.project().config(),
                        run.project().root(),
                        context.caller().environment())
                .ifPresent(obstacle -> {
                    context.console().warning("gate `ci_check` of the plan cannot be used: " + obstacle.message());
                    context.console().hint(Verbosity.DEFAULT, obstacle.hint());
                });
    }

    private static boolean asksCi(NewRun run, Task task) {
        boolean isShadowed = run.project().config().gates().custom().stream()
                .anyMatch(gate -> gate.name().equals(GateCatalog.CI_CHECK));
        return !isShadowed && task.gates().stream().anyMatch(gate -> gate.gate().equals(GateCatalog.CI_CHECK));
    }

    private int tell(NewRun run, boolean includeUncommitted, List<UserProblem.Line> problems) {
        List<String> uncommitted = problems.isEmpty() ? uncommitted(run) : List.of();
        DryRun dry = new DryRun(run, includeUncommitted, uncommitted, problems);
        if (options.machine()) {
            context.console().data(DryRunJson.of(dry));
        } else {
            new DryRunText(context.console()).print(dry);
        }
        if (!problems.isEmpty()) {
            throw UserProblem.invalid(problems);
        }
        context.console().info("dry run: nothing was started");
        return ExitCode.OK;
    }

    private List<String> uncommitted(NewRun run) {
        return context.repositories()
                .uncommitted(run.project(), context.caller().environment());
    }

    /** Everything that a run would be refused for. */
    private List<UserProblem.Line> problems(NewRun run) {
        Map<String, String> environment = context.caller().environment();
        List<UserProblem.Line> problems = new ArrayList<>(Unsupported.in(run.project()));
        Refusals refusals = new Refusals(problems);
        refusals.of(() -> RequiredPrograms.check(run.project(), environment, run.plan() == null));
        refusals.of(() -> context.repositories().check(run.project(), environment, run.base()));
        return problems;
    }

    private int start(NewRun run) {
        try (Connection connection = context.connect()) {
            RunStart start = new Starting(context).start(run, connection);
            if (!options.machine()) {
                context.console().data(start.run().value());
            }
            if (detach) {
                return detached(start);
            }
            return new Watching(context, options).follow(start, connection, -1);
        }
    }

    private int detached(RunStart start) {
        context.console().hint(Verbosity.DEFAULT, "watch it with `lindy watch %s`".formatted(start.run()));
        if (options.machine()) {
            context.console()
                    .data(RunJson.shown(
                            context.runs().reader(start.run()).read().snapshot()));
        }
        return ExitCode.STILL_RUNNING;
    }
}
