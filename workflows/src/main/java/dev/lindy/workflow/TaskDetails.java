package dev.lindy.workflow;

import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.TaskId;
import dev.lindy.run.Attempt;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunId;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** A task in the Web UI: its attempts, what gates said of them, and what can be typed. */
final class TaskDetails {

    private static final int MAX_REASON = 200;

    private TaskDetails() {}

    /** Shown from the start and for ever, also while no Worker is up; short, as the history of the goal has it as well. */
    static String atStart(TaskRequest request) {
        PlannedTask task = request.task();
        String run = request.run().run().value();
        Markdown text = new Markdown();
        text.paragraph(
                "Task %d of run %s".formatted(task.id().value(), Markdown.code(run)) + after(task) + gates(task));
        text.paragraph("%s: its attempts and gates; %s: what its agent says"
                .formatted(Markdown.code("lindy show " + run), Markdown.code("lindy logs " + run)));
        return text.toString();
    }

    /**
     * As things stand now.
     *
     * @param phase what is being done, in words
     */
    static String of(RunId run, PlannedTask task, TaskState state, String phase) {
        Markdown text = new Markdown();
        text.paragraph(
                "### %s · %s: %s".formatted(task.id(), Markdown.escape(task.module()), Markdown.escape(task.title())));
        text.paragraph("%s **%s**".formatted(GoalDetails.sign(state.status()), Markdown.escape(phase)) + why(state));
        next(text, run, state);
        for (int i = state.attempts().size() - 1; i >= 0; i--) {
            attempt(text, run, state.attempts().get(i));
        }
        return text.toString();
    }

    private static String why(TaskState state) {
        if (state.reason() != null) {
            return ": " + Markdown.escape(state.reason(), MAX_REASON);
        }
        return state.mergeCommit() == null
                ? ""
                : ": merged as "
                        + Markdown.code(state.mergeCommit()
                                .substring(0, Math.min(12, state.mergeCommit().length())));
    }

    private static void next(Markdown text, RunId run, TaskState state) {
        if (state.status() == TaskStatus.FAILED) {
            text.line(
                    "- " + Markdown.code("lindy retry " + run + " " + state.id().value())
                            + ": give it fresh attempts while the run goes on");
            GoalDetails.command(text, "resume", run, "the same after the end of the run");
        } else if (!state.status().isTerminal()) {
            GoalDetails.command(text, "watch", run, "follow the run in a terminal");
            text.line(
                    "- " + Markdown.code("lindy skip " + run + " " + state.id().value())
                            + ": give it up, and what depends on it");
        }
        text.line("");
    }

    private static void attempt(Markdown text, RunId run, Attempt attempt) {
        text.line("#### Attempt %d".formatted(attempt.number()) + facts(attempt));
        text.line("");
        Outcome outcome = attempt.outcome();
        text.paragraph(outcome == null ? "going on" : Markdown.escape(outcome.message(), MAX_REASON));
        attempt.gates().forEach(gate -> text.line(gate(run, gate)));
        text.line("");
        for (GateVerdict gate : attempt.gates()) {
            if (!gate.tail().isBlank()) {
                text.paragraph("The end of what " + Markdown.code(gate.name()) + " said:")
                        .verbatim(gate.tail());
            }
        }
    }

    private static String facts(Attempt attempt) {
        StringBuilder facts = new StringBuilder();
        if (!attempt.agent().isBlank()) {
            facts.append(" · ").append(Markdown.escape(attempt.agent()));
        }
        if (attempt.model() != null) {
            facts.append(' ').append(Markdown.escape(attempt.model()));
        }
        if (attempt.endedAt() != null) {
            long seconds =
                    Duration.between(attempt.startedAt(), attempt.endedAt()).toSeconds();
            facts.append(" · ").append(seconds).append(" s");
        }
        if (attempt.costUsd() > 0) {
            facts.append(String.format(Locale.ROOT, " · $%.2f", attempt.costUsd()));
        }
        if (attempt.costUnknown()) {
            facts.append(attempt.costUsd() > 0 ? " and more" : " · cost unknown");
        }
        return facts.toString();
    }

    private static String gate(RunId run, GateVerdict gate) {
        StringBuilder line = new StringBuilder("- ");
        line.append(gate.verdict().accepts() ? "✓ " : "✗ ");
        line.append(Markdown.code(gate.name()))
                .append(' ')
                .append(gate.verdict().word());
        if (!gate.summary().isBlank()) {
            line.append(": ").append(Markdown.escape(gate.summary(), MAX_REASON));
        }
        if (!gate.evidence().isBlank()) {
            line.append(" · ").append(Markdown.code(".orchestrator/runs/" + run + "/" + gate.evidence()));
        }
        return line.toString();
    }

    private static String after(PlannedTask task) {
        return task.dependsOn().isEmpty()
                ? ""
                : ", after " + task.dependsOn().stream().map(TaskId::toString).collect(Collectors.joining(", "));
    }

    private static String gates(PlannedTask task) {
        String names = task.gates().stream()
                .map(PlannedGate::name)
                .distinct()
                .limit(5)
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; gates: " + names;
    }
}
