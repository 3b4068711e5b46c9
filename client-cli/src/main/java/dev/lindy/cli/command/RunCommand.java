package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.PlanFile;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.project.RequiredPrograms;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.policy.RunPolicy;
import dev.lindy.state.RunStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a run and watches it. */
@Command(name = "run", description = "Reach a goal: plan it, let agents do the tasks, judge and merge their work")
final class RunCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private GoalText goal = new GoalText();

    @Option(
            names = {"-p", "--plan"},
            paramLabel = "FILE",
            description = "Run this plan (JSON or YAML) instead of asking the planner")
    private @Nullable Path plan;

    @Option(names = "--dry-run", description = "Show what would happen and start nothing")
    private boolean dryRun;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Use this project config instead of looking for one")
    private @Nullable Path config;

    @Option(names = "--base", paramLabel = "COMMIT", description = "Start from this commit or branch; default: HEAD")
    private @Nullable String base;

    @Option(names = "--include-uncommitted", description = "Start from a snapshot of what is not committed yet")
    private boolean includeUncommitted;

    @Option(names = "--max-parallel", paramLabel = "N", description = "Let at most N agents work at a time")
    private @Nullable Integer maxParallel;

    @Option(names = "--approve-plan", description = "Wait for `lindy approve` before the first agent starts")
    private boolean approvePlan;

    @Option(names = "--detach", description = "Start the run and return at once, with exit code 8")
    private boolean detach;

    @Mixin
    private WatchOptions options = new WatchOptions();

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        NewRun run = wish();
        List<UserProblem.Line> problems = problems(run);
        if (dryRun || run.project().config().safety().dryRun()) {
            return tell(run, problems);
        }
        if (!problems.isEmpty()) {
            throw UserProblem.invalid(problems);
        }
        return start(run.from(includeUncommitted ? Uncommitted.keep(context, run) : null));
    }

    /** What is asked for; a dry run for programs says as data why it cannot be read. */
    private NewRun wish() {
        try {
            return read();
        } catch (UserProblem problem) {
            if (dryRun && options.machine()) {
                context.console().data(DryRunJson.refused(problem.lines()));
            }
            throw problem;
        }
    }

    private NewRun read() {
        if (includeUncommitted && base != null) {
            throw UserProblem.usage(
                    "`--include-uncommitted` starts from what is checked out, `--base` from something else",
                    "leave one of them out");
        }
        Project project = context.project(config);
        PlanFile planFile = plan == null
                ? null
                : context.projects().readPlan(context.caller().directory(), plan, project);
        if (planFile != null) {
            planFile.warnings().forEach(context.console()::warning);
        }
        RunPolicy policy = policy(project.config().runPolicy());
        return new NewRun(
                RunIds.next(context.runs()), project, goalText(planFile), planFile, policy, base, null, false);
    }

    private int tell(NewRun run, List<UserProblem.Line> problems) {
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

    private String goalText(@Nullable PlanFile planFile) {
        if (planFile == null) {
            return goal.read(context.caller());
        }
        if (goal.isGiven()) {
            throw UserProblem.usage("the plan has a goal already", "give a goal or a plan, not both");
        }
        return planFile.plan().goal();
    }

    /** Everything that a run would be refused for. */
    private List<UserProblem.Line> problems(NewRun run) {
        Map<String, String> environment = context.caller().environment();
        List<UserProblem.Line> problems = new ArrayList<>(Unsupported.in(run.project(), run.plan()));
        Refusals refusals = new Refusals(problems);
        refusals.of(() -> RequiredPrograms.check(run.project(), environment, run.plan() == null));
        refusals.of(() -> context.repositories().check(run.project(), environment, base));
        return problems;
    }

    private RunPolicy policy(RunPolicy policy) {
        int parallel = maxParallel == null ? policy.maxParallel() : maxParallel;
        if (parallel < 1 || parallel > RunPolicy.MAX_PARALLEL) {
            throw UserProblem.usage(
                    "`--max-parallel` must be 1 to %d: %d".formatted(RunPolicy.MAX_PARALLEL, parallel), null);
        }
        return new RunPolicy(
                parallel,
                policy.moduleConcurrency(),
                policy.approvePlan() || approvePlan,
                policy.maxPlanRequests(),
                policy.attempts());
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
