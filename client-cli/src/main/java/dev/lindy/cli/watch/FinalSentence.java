package dev.lindy.cli.watch;

import dev.lindy.cli.client.RunEnd;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Words;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What, how many, how long, where: the last line of a run. */
public final class FinalSentence {

    private FinalSentence() {}

    /** The sentence, without a full stop. */
    public static String of(RunSnapshot run, RunEnd end, Instant now, String report) {
        String verb = end.status() == RunStatus.CANCELED ? "canceled" : "finished";
        Instant endedAt = run.header().endedAt() == null ? now : run.header().endedAt();
        StringBuilder text = new StringBuilder();
        text.append(verb).append(" run `").append(run.header().run()).append("`: ");
        text.append(counts(run)).append(" in ");
        text.append(Words.of(Duration.between(run.header().startedAt(), endedAt)));
        if (run.costUsd() > 0 || run.hasUnknownCost()) {
            text.append(" for ").append(Words.dollars(run.costUsd(), run.hasUnknownCost()));
        }
        if (run.header().goalBranch() != null) {
            text.append("; branch: `")
                    .append(Sanitizer.line(run.header().goalBranch()))
                    .append("`");
        }
        if (!report.isEmpty()) {
            text.append("; report: `").append(report).append("`");
        }
        return text.toString();
    }

    private static String counts(RunSnapshot run) {
        List<String> parts = new ArrayList<>();
        long before = run.tasks().stream().filter(FinalSentence::wasDoneBefore).count();
        parts.add(run.count(TaskStatus.COMPLETED) - before + " passed");
        add(parts, before, "done before");
        add(parts, run.count(TaskStatus.FAILED), "failed");
        add(parts, run.count(TaskStatus.SKIPPED), "skipped");
        add(parts, run.count(TaskStatus.CANCELED), "canceled");
        long open = run.tasks().stream()
                .filter(task -> !task.state().status().isTerminal())
                .count();
        add(parts, open, "not done");
        return String.join(", ", parts);
    }

    /** The plan said so: no agent of this run has worked on it. */
    private static boolean wasDoneBefore(TaskRow task) {
        return task.state().status() == TaskStatus.COMPLETED
                && task.state().attempts().isEmpty();
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
