package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.PlanFile;
import dev.lindy.cli.project.Project;
import dev.lindy.policy.RunPolicy;
import java.nio.file.Path;
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

    @Mixin
    private final ConfigOption config = new ConfigOption();

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
        return new GoalRun(context, options, detach).of(wish(), dryRun, includeUncommitted);
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
        Project project = context.project(config.file());
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

    private String goalText(@Nullable PlanFile planFile) {
        if (planFile == null) {
            return goal.read(context.caller());
        }
        if (goal.isGiven()) {
            throw UserProblem.usage("the plan has a goal already", "give a goal or a plan, not both");
        }
        return planFile.plan().goal();
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
}
