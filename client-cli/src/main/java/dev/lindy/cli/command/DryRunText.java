package dev.lindy.cli.command;

import dev.lindy.cli.project.PlanFile;
import dev.lindy.cli.project.PlanOrder;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.Words;
import dev.lindy.plan.Task;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.config.ResolvedGate;
import dev.lindy.project.scan.ProjectGates;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a run would do. */
final class DryRunText {

    private static final int MAX_TEXT = 200;

    private final Console console;

    DryRunText(Console console) {
        this.console = console;
    }

    void print(DryRun dry) {
        NewRun run = dry.run();
        ProjectConfig config = run.project().config();
        console.data("goal: " + cut(run.goal()));
        console.data("project: %s in %s"
                .formatted(
                        Sanitizer.line(config.project().name()),
                        Sanitizer.line(run.project().root().toString())));
        console.data("base: " + base(dry));
        console.data("agents: %s, at most %d at a time, %s each"
                .formatted(
                        Sanitizer.line(config.generator().provider()),
                        run.policy().maxParallel(),
                        Words.count(1 + run.policy().attempts().maxRetries(), "attempt")));
        if (run.plan() == null) {
            console.data(
                    "plan: would be asked of " + Sanitizer.line(config.planner().provider()));
        } else {
            plan(ProjectGates.of(config, run.project().root()), run.plan());
        }
    }

    private static String base(DryRun dry) {
        String base = dry.run().base() == null
                ? "HEAD"
                : Sanitizer.line(String.valueOf(dry.run().base()));
        int files = dry.uncommitted().size();
        if (files == 0) {
            return base;
        }
        String what = "uncommitted changes (%s)".formatted(Uncommitted.names(dry.uncommitted()));
        return dry.includeUncommitted() ? base + " and " + what : base + "; it does not see the " + what;
    }

    private void plan(GateCatalog gates, PlanFile plan) {
        List<Task> tasks = PlanOrder.of(plan.plan());
        console.data("plan: " + Words.count(tasks.size(), "task"));
        for (Task task : tasks) {
            console.data("  %s [%s] %s%s%s"
                    .formatted(
                            console.dataColors().paint(Style.LITERAL, task.id().toString()),
                            Sanitizer.line(task.module()),
                            cut(task.description()),
                            after(task),
                            task.completed() ? " - done already" : ""));
            gates.resolve(task).forEach(this::gate);
        }
    }

    private static String after(Task task) {
        return task.dependsOn().isEmpty()
                ? ""
                : task.dependsOn().stream().map(Object::toString).collect(Collectors.joining(", ", " (after ", ")"));
    }

    private void gate(ResolvedGate gate) {
        console.data("    gate `%s`%s%s"
                .formatted(
                        Sanitizer.line(gate.name()),
                        gate.command() == null
                                ? ""
                                : ": " + Sanitizer.line(gate.command().text()),
                        gate.required() ? "" : " (optional)"));
    }

    private String cut(String outside) {
        return Sanitizer.cut(outside, MAX_TEXT, console.theme().ellipsis());
    }
}
