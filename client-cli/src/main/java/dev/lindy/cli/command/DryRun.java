package dev.lindy.cli.command;

import dev.lindy.cli.project.PlanFile;
import dev.lindy.cli.project.PlanOrder;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.Words;
import dev.lindy.plan.Task;
import dev.lindy.policy.RunPolicy;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.config.ResolvedGate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a run would do. */
final class DryRun {

    private static final int MAX_TEXT = 200;

    private DryRun() {}

    static void print(
            Console console,
            Project project,
            String goal,
            @Nullable PlanFile plan,
            RunPolicy policy,
            @Nullable String base) {
        ProjectConfig config = project.config();
        String ellipsis = console.theme().ellipsis();
        console.data("goal: " + Sanitizer.cut(goal, MAX_TEXT, ellipsis));
        console.data("project: %s in %s"
                .formatted(
                        Sanitizer.line(config.project().name()),
                        Sanitizer.line(project.root().toString())));
        console.data("base: " + (base == null ? "HEAD" : Sanitizer.line(base)));
        console.data("agents: %s, at most %d at a time, %s each"
                .formatted(
                        Sanitizer.line(config.generator().provider()),
                        policy.maxParallel(),
                        Words.count(1 + policy.attempts().maxRetries(), "attempt")));
        if (plan == null) {
            console.data(
                    "plan: would be asked of " + Sanitizer.line(config.planner().provider()));
        } else {
            plan(console, config, plan);
        }
        console.info("dry run: nothing was started");
    }

    private static void plan(Console console, ProjectConfig config, PlanFile plan) {
        List<Task> tasks = PlanOrder.of(plan.plan());
        GateCatalog gates = new GateCatalog(config);
        console.data("plan: " + Words.count(tasks.size(), "task"));
        for (Task task : tasks) {
            String after = task.dependsOn().isEmpty()
                    ? ""
                    : task.dependsOn().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", ", " (after ", ")"));
            console.data("  %s [%s] %s%s%s"
                    .formatted(
                            console.dataColors().paint(Style.LITERAL, task.id().toString()),
                            Sanitizer.line(task.module()),
                            Sanitizer.cut(
                                    task.description(),
                                    MAX_TEXT,
                                    console.theme().ellipsis()),
                            after,
                            task.completed() ? " - done already" : ""));
            for (ResolvedGate gate : gates.resolve(task.module(), task.gates())) {
                console.data("    gate `%s`%s%s"
                        .formatted(
                                Sanitizer.line(gate.name()),
                                gate.command() == null
                                        ? ""
                                        : ": " + Sanitizer.line(gate.command().text()),
                                gate.required() ? "" : " (optional)"));
            }
        }
    }
}
