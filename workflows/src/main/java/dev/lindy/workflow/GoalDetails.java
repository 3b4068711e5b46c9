package dev.lindy.workflow;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A goal in the Web UI: what it is, how its tasks stand, and what can be typed. */
public final class GoalDetails {

    private static final int MAX_ROWS = 100;
    private static final int MAX_GOAL = 2_000;
    private static final int MAX_REASON = 200;

    private GoalDetails() {}

    /**
     * Shown from the start and for ever, also while no Worker is up.
     *
     * @param goal the whole goal; its first 2,000 characters are shown
     */
    public static String atStart(GoalRequest request, String goal) {
        RunId run = request.run().run();
        Markdown text = new Markdown();
        text.paragraph("### Goal").prose(goal, MAX_GOAL);
        text.paragraph("Run %s in project %s, %s"
                .formatted(
                        Markdown.code(run.value()),
                        Markdown.code(request.projectName()),
                        Markdown.code(request.run().projectRoot())));
        text.paragraph(
                "Each task is a Workflow of its own, see *Relationships*. *Current Details* show how they stand; "
                        + "they come from the Worker: where they are missing, start it with `lindy up`.");
        text.line("#### Commands");
        text.line("");
        command(text, "show", run, "every task, attempt and gate");
        command(text, "watch", run, "follow it in a terminal");
        command(text, "logs", run, "what the agents say");
        command(text, "pause", run, "start no more agents");
        command(text, "resume", run, "go on after a pause, a failure, a cancellation or a crash");
        command(text, "cancel", run, "end it; finished work is kept");
        return text.toString();
    }

    /** As things stand now. */
    static String of(RunHeader header, List<PlannedTask> tasks, Function<TaskId, TaskState> states) {
        Markdown text = new Markdown();
        text.paragraph("### " + Markdown.escape(header.goal()));
        text.paragraph("**" + header.status().word() + "**" + counts(tasks, states) + cost(header, tasks, states));
        if (header.attention() != null) {
            text.paragraph("**Needs you:** " + reason(header.attention().message()) + "; "
                    + Markdown.escape(header.attention().hint()));
        }
        header.notes().forEach(note -> text.paragraph("**Note:** " + reason(note)));
        text.line("#### Next");
        text.line("");
        next(text, header, firstFailed(tasks, states));
        if (!tasks.isEmpty()) {
            text.line("");
            text.line("#### Tasks");
            text.line("");
            rows(text, tasks, states);
        }
        return text.toString();
    }

    /** The first task of the plan that failed, of which people want to know. */
    static Optional<TaskState> firstFailed(List<PlannedTask> tasks, Function<TaskId, TaskState> states) {
        return tasks.stream()
                .map(task -> states.apply(task.id()))
                .filter(state -> state.status() == TaskStatus.FAILED)
                .findFirst();
    }

    private static String counts(List<PlannedTask> tasks, Function<TaskId, TaskState> states) {
        if (tasks.isEmpty()) {
            return "";
        }
        List<TaskStatus> all =
                tasks.stream().map(task -> states.apply(task.id()).status()).toList();
        List<String> words = new ArrayList<>();
        words.add("%d of %d tasks completed".formatted(count(all, TaskStatus.COMPLETED), all.size()));
        long running = all.stream().filter(TaskStatus::isRunning).count();
        if (running > 0) {
            words.add(running + " at work");
        }
        for (TaskStatus status : List.of(TaskStatus.FAILED, TaskStatus.SKIPPED, TaskStatus.CANCELED)) {
            if (count(all, status) > 0) {
                words.add(count(all, status) + " " + status.word());
            }
        }
        return " · " + String.join(", ", words);
    }

    private static long count(List<TaskStatus> all, TaskStatus status) {
        return all.stream().filter(status::equals).count();
    }

    private static String cost(RunHeader header, List<PlannedTask> tasks, Function<TaskId, TaskState> states) {
        double spent = header.plannerCostUsd()
                + tasks.stream()
                        .mapToDouble(task -> states.apply(task.id()).costUsd())
                        .sum();
        return spent > 0 ? String.format(Locale.ROOT, " · $%.2f", spent) : "";
    }

    private static void next(Markdown text, RunHeader header, Optional<TaskState> failed) {
        RunId run = header.run();
        switch (header.status()) {
            case AWAITING_APPROVAL -> {
                command(text, "show", run, "read the plan");
                command(text, "approve", run, "let it begin");
                command(text, "cancel", run, "drop it");
            }
            case PAUSED -> command(text, "resume", run, "go on");
            case COMPLETED -> {
                command(text, "report", run, "what was done");
                if (header.goalBranch() != null) {
                    text.line("- " + Markdown.code("git merge " + header.goalBranch()) + ": take the work");
                }
            }
            case FAILED, CANCELED -> {
                command(text, "show", run, "why");
                command(text, "resume", run, "try again what did not complete");
            }
            case PLANNING, RUNNING -> {
                command(text, "watch", run, "follow it in a terminal");
                failed.ifPresent(
                        state -> {
                            command(text, "show", run, "why " + state.id() + " failed");
                            text.line("- "
                                    + Markdown.code("lindy retry " + run + " "
                                            + state.id().value()) + ": give " + state.id() + " fresh attempts");
                        });
            }
        }
    }

    static void command(Markdown text, String verb, RunId run, String what) {
        text.line("- " + Markdown.code("lindy " + verb + " " + run) + ": " + what);
    }

    private static void rows(Markdown text, List<PlannedTask> tasks, Function<TaskId, TaskState> states) {
        List<PlannedTask> shown = tasks;
        if (tasks.size() > MAX_ROWS) {
            shown = tasks.stream()
                    .sorted(Comparator.comparingInt(
                            task -> dullness(states.apply(task.id()).status())))
                    .limit(MAX_ROWS)
                    .toList();
        }
        int written = 0;
        for (PlannedTask task : shown) {
            if (!text.row(row(task, states.apply(task.id())))) {
                break;
            }
            written++;
        }
        if (written < tasks.size()) {
            text.line("- and " + (tasks.size() - written) + " more");
        }
    }

    /** Of a plan that is too large to be shown, people want to see what is in trouble or at work. */
    private static int dullness(TaskStatus status) {
        return switch (status) {
            case FAILED -> 0;
            case WORKING, GATING, INTEGRATING -> 1;
            case SKIPPED, CANCELED -> 2;
            case PENDING -> 3;
            case COMPLETED -> 4;
        };
    }

    private static String row(PlannedTask task, TaskState state) {
        StringBuilder row = new StringBuilder("- ");
        row.append(sign(state.status())).append(" **").append(task.id()).append("** ");
        row.append(Markdown.escape(task.module())).append(": ").append(Markdown.escape(task.title()));
        row.append(" · ")
                .append(
                        state.status() == TaskStatus.PENDING
                                ? pending(task)
                                : state.status().word());
        if (state.status() == TaskStatus.COMPLETED && state.attempts().size() > 1) {
            row.append(" at attempt ").append(state.attempts().size());
        } else if (state.reason() != null) {
            row.append(": ").append(reason(state.reason()));
        }
        return row.toString();
    }

    private static String pending(PlannedTask task) {
        return task.dependsOn().isEmpty()
                ? "pending"
                : "pending, after "
                        + String.join(
                                ", ",
                                task.dependsOn().stream().map(TaskId::toString).toList());
    }

    private static String reason(String text) {
        return Markdown.escape(text, MAX_REASON);
    }

    static String sign(TaskStatus status) {
        return switch (status) {
            case COMPLETED -> "✓";
            case FAILED -> "✗";
            case SKIPPED, CANCELED -> "○";
            case WORKING, GATING, INTEGRATING -> "◉";
            case PENDING -> "⬡";
        };
    }
}
