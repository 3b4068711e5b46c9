package dev.lindy.cli.watch;

import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.cli.view.Words;
import dev.lindy.run.Attempt;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of a change, in the plain view and above the live one alike. */
public final class ChangeWords {

    private static final int MAX_TEXT = 300;
    private static final int MAX_DESCRIPTION = 72;
    private static final int MAX_TASKS = 40;

    private final String ellipsis;

    public ChangeWords(String ellipsis) {
        this.ellipsis = ellipsis;
    }

    public List<StyledLine> lines(RunChange change) {
        if (change instanceof RunChange.Status status) {
            return List.of(status(status.header()));
        }
        if (change instanceof RunChange.Planned planned) {
            return plan(planned.tasks());
        }
        if (change instanceof RunChange.Noted noted) {
            return List.of(new StyledLine(Verbosity.DEFAULT, Style.WARNING, "", text(noted.text())));
        }
        if (change instanceof RunChange.Started started) {
            return List.of(started(started.task(), started.attempt()));
        }
        if (change instanceof RunChange.Missed missed) {
            return List.of(missed(missed));
        }
        if (change instanceof RunChange.Phase phase) {
            TaskRow task = phase.task();
            return List.of(line(Style.WORKING, task, task.state().status().word()));
        }
        if (change instanceof RunChange.Ended ended) {
            return List.of(ended(ended.task()));
        }
        if (change instanceof RunChange.Reopened reopened) {
            return List.of(line(Style.PENDING, reopened.task(), "waits for another try"));
        }
        throw new IllegalStateException("Unexpected change: " + change);
    }

    private StyledLine status(RunHeader header) {
        return switch (header.status()) {
            case PLANNING -> run(Style.WORKING, "planning");
            case AWAITING_APPROVAL ->
                run(
                        Style.WARNING,
                        "waiting for approval of the plan; give it with `lindy approve " + header.run() + "`");
            case RUNNING -> run(Style.WORKING, "working on " + base(header));
            case PAUSED -> run(Style.WARNING, "paused; continue with `lindy resume " + header.run() + "`");
            case COMPLETED -> run(Style.PASSED, "all tasks passed");
            case FAILED -> run(Style.FAILED, "not all tasks passed");
            case CANCELED -> run(Style.SKIPPED, "canceled");
        };
    }

    private String base(RunHeader header) {
        return header.goalBranch() == null ? "the goal" : "branch `" + text(header.goalBranch()) + "`";
    }

    private List<StyledLine> plan(List<TaskRow> tasks) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(run(Style.PLAIN, "plan: " + Words.count(tasks.size(), "task")));
        for (TaskRow task : tasks.subList(0, Math.min(MAX_TASKS, tasks.size()))) {
            lines.add(new StyledLine(Verbosity.DEFAULT, Style.PENDING, task.id().toString(), description(task)));
        }
        if (tasks.size() > MAX_TASKS) {
            lines.add(run(Style.PLAIN, "and " + (tasks.size() - MAX_TASKS) + " more; `lindy show` lists them all"));
        }
        return lines;
    }

    private String description(TaskRow task) {
        StringBuilder text = new StringBuilder();
        text.append("[").append(text(task.module())).append("] ");
        text.append(Sanitizer.cut(task.description(), MAX_DESCRIPTION, ellipsis));
        if (!task.dependsOn().isEmpty()) {
            text.append(" (after ");
            text.append(String.join(
                    ", ", task.dependsOn().stream().map(Object::toString).toList()));
            text.append(")");
        }
        return text.toString();
    }

    private StyledLine started(TaskRow task, Attempt attempt) {
        String again = attempt.part() > 0 ? ", continued" : "";
        String agent = attempt.agent().isBlank() ? "" : ": " + text(attempt.agent());
        return line(Style.WORKING, task, "working%s, attempt %d%s".formatted(agent, attempt.number(), again));
    }

    private StyledLine missed(RunChange.Missed missed) {
        String attempt = "attempt " + missed.attempt().number() + ": ";
        Outcome outcome = missed.outcome();
        if (outcome instanceof Outcome.RejectedByGate rejected) {
            return line(Style.REJECTED, missed.task(), attempt + rejected(rejected, missed.attempt()));
        }
        return line(Style.REJECTED, missed.task(), attempt + how(outcome));
    }

    private String how(Outcome outcome) {
        String word = outcome.word().replace('_', ' ');
        return outcome.message().equals(word) ? word : word + ": " + text(outcome.message());
    }

    private String rejected(Outcome.RejectedByGate outcome, Attempt attempt) {
        GateVerdict gate = attempt.gates().stream()
                .filter(verdict -> verdict.verdict() == Verdict.REJECTED)
                .findFirst()
                .orElse(null);
        if (gate == null) {
            return "rejected: " + text(outcome.message());
        }
        return "rejected by gate `" + text(gate.name()) + "`" + dash(gate.summary());
    }

    private StyledLine ended(TaskRow task) {
        TaskStatus status = task.state().status();
        String reason = task.state().reason();
        return switch (status) {
            case COMPLETED -> line(Style.PASSED, task, "passed" + took(task));
            case FAILED -> line(Style.FAILED, task, "failed" + colon(reason));
            case SKIPPED -> line(Style.SKIPPED, task, "skipped" + colon(reason));
            case CANCELED -> line(Style.SKIPPED, task, "canceled");
            case PENDING, WORKING, GATING, INTEGRATING -> line(Style.WORKING, task, status.word());
        };
    }

    private static String took(TaskRow task) {
        int attempts = task.state().attempts().size();
        return attempts > 1 ? " at attempt " + attempts : "";
    }

    private String colon(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + text(reason);
    }

    private String dash(String summary) {
        return summary.isBlank() ? "" : " - " + text(summary);
    }

    private String text(String outside) {
        return Sanitizer.cut(outside, MAX_TEXT, ellipsis);
    }

    private static StyledLine run(Style style, String text) {
        return new StyledLine(Verbosity.DEFAULT, style, "", text);
    }

    private static StyledLine line(Style style, TaskRow task, String text) {
        return new StyledLine(Verbosity.DEFAULT, style, task.id().toString(), text);
    }
}
