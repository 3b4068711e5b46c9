package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.project.RequiredPrograms;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.cli.watch.WatchEnd;
import dev.lindy.policy.RunPolicy;
import dev.lindy.run.RunStatus;
import dev.lindy.state.RunStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has a plan made and stops before any agent starts: a run that waits for approval and is ended there. */
@Command(name = "plan", description = "Plan a goal and save the plan; no task is started")
final class PlanCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private GoalText goal = new GoalText();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the plan there as well")
    private @Nullable Path output;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private WatchOptions options = new WatchOptions();

    PlanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Project project = context.project(config.file());
        String text = goal.read(context.caller());
        List<UserProblem.Line> unsupported = Unsupported.in(project);
        if (!unsupported.isEmpty()) {
            throw UserProblem.invalid(unsupported);
        }
        RequiredPrograms.check(project, context.caller().environment(), true);
        RunPolicy policy = project.config().runPolicy();
        RunPolicy waiting = new RunPolicy(
                policy.maxParallel(), policy.moduleConcurrency(), true, policy.maxPlanRequests(), policy.attempts());
        return plan(new NewRun(RunIds.next(context.runs()), project, text, null, waiting, null, null, true));
    }

    private int plan(NewRun run) {
        try (Connection connection = context.connect()) {
            RunStart start = new Starting(context).start(run, connection);
            Watching watching = new Watching(context, options);
            WatchEnd end =
                    watching.watch(start, connection, -1, header -> header.status() == RunStatus.AWAITING_APPROVAL);
            if (!(end instanceof WatchEnd.Reached)) {
                return watching.tell(start, end);
            }
            Path saved = save(start);
            connection.goals().cancel(start.workflowId());
            String name = Sanitizer.line(name(saved));
            if (!options.machine()) {
                context.console().data(name);
            } else {
                context.console().data(RunJson.shown(end.last()));
            }
            context.console().hint(Verbosity.QUIET, "run it with `lindy run --plan %s`".formatted(name));
            return ExitCode.OK;
        }
    }

    private Path save(RunStart start) {
        Path plan = context.state().run(start.run()).plan();
        Path kept = Path.of(start.projectRoot())
                .resolve(".orchestrator")
                .resolve("plans")
                .resolve(start.workflowId() + ".json");
        try {
            Files.createDirectories(kept.getParent());
            Files.copy(plan, kept);
            if (output == null) {
                return kept;
            }
            Path asked = context.caller().directory().resolve(output);
            Files.write(asked, Files.readAllBytes(plan));
            return asked;
        } catch (IOException e) {
            throw new UncheckedIOException("could not save the plan: " + e.getMessage(), e);
        }
    }

    private String name(Path saved) {
        Path here = context.caller().directory().toAbsolutePath().normalize();
        return saved.startsWith(here) ? here.relativize(saved).toString() : saved.toString();
    }
}
