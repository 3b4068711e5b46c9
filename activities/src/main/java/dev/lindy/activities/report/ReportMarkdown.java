package dev.lindy.activities.report;

import com.google.errorprone.annotations.FormatMethod;
import dev.lindy.plan.TaskId;
import dev.lindy.run.Attempt;
import dev.lindy.run.Failures;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.Stop;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import dev.lindy.text.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened in a run, for people. All text from outside is escaped. */
public final class ReportMarkdown {

    private static final int MAX_CELL = 160;
    private static final int MAX_LINE = 2_000;

    private final RunSnapshot run;
    private final String goal;
    private final BiFunction<TaskId, Integer, List<String>> notes;
    private final String tip;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param goal the whole goal
     * @param notes of an attempt of a task
     * @param tip commit that the goal branch ends at, or empty where there is none
     */
    public ReportMarkdown(RunSnapshot run, String goal, BiFunction<TaskId, Integer, List<String>> notes, String tip) {
        this.run = run;
        this.goal = goal;
        this.notes = notes;
        this.tip = tip;
    }

    public String render() {
        head();
        stop();
        notes();
        table();
        failures();
        failedBefore();
        remarks();
        attempts();
        return text.toString();
    }

    private void head() {
        RunHeader header = run.header();
        line("# Run %s: %s", header.run(), header.status().word());
        line("");
        goal.lines().limit(40).forEach(part -> line("> %s", escape(part)));
        line("");
        line(
                "%d of %d tasks completed, %d failed, %d skipped, %d canceled, in %s, for %s.",
                run.count(TaskStatus.COMPLETED),
                run.tasks().size(),
                run.count(TaskStatus.FAILED),
                run.count(TaskStatus.SKIPPED),
                run.count(TaskStatus.CANCELED),
                span(header.startedAt(), header.endedAt()),
                money(run.costUsd(), run.hasUnknownCost()));
        line("");
        if (header.goalBranch() != null && header.base() != null) {
            String branch = header.base().branch();
            line(
                    "The work is on %s at `%s`, started from %s`%s`.",
                    SafeText.code(header.goalBranch()),
                    shortId(tip),
                    branch == null ? "" : SafeText.code(branch) + " at ",
                    shortId(header.base().commit()));
            line("");
        }
    }

    private void stop() {
        Stop stop = run.header().stop();
        if (stop == null) {
            return;
        }
        line("**The run ended before its tasks could:** %s", escape(stop.message()));
        line("");
        stop.problems().forEach(problem -> line("- %s", escape(problem)));
        if (!stop.problems().isEmpty()) {
            line("");
        }
        if (!stop.evidence().isEmpty()) {
            line("The planner's last answer is in `%s` of this folder.", stop.evidence());
            line("");
        }
    }

    private void notes() {
        for (String note : run.header().notes()) {
            line("- note: %s", escape(note));
        }
        if (!run.header().notes().isEmpty()) {
            line("");
        }
    }

    private void table() {
        if (run.tasks().isEmpty()) {
            return;
        }
        line("## Tasks");
        line("");
        line("| task | module | what | status | attempts | time | cost | merged as |");
        line("|---|---|---|---|--:|--:|--:|---|");
        for (TaskRow row : run.tasks()) {
            String merged = row.state().mergeCommit();
            line(
                    "| %d | %s | %s | %s | %d | %s | %s | %s |",
                    row.id().value(),
                    cell(row.module()),
                    cell(row.description()),
                    row.state().status().word(),
                    row.state().attempts().size(),
                    worked(row.state().attempts()),
                    money(row.state().costUsd(), row.state().hasUnknownCost()),
                    merged == null ? "" : "`" + shortId(merged) + "`");
        }
        line("");
    }

    private void failures() {
        List<TaskRow> open = run.tasks().stream()
                .filter(row -> row.state().reason() != null && row.state().status() != TaskStatus.COMPLETED)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        line("## What did not complete");
        line("");
        for (TaskRow row : open) {
            line(
                    "- task %d (%s) %s: %s",
                    row.id().value(),
                    escape(row.module()),
                    row.state().status().word(),
                    escape(String.valueOf(row.state().reason())));
            if (row.state().branch() != null && row.state().status() == TaskStatus.FAILED) {
                line(
                        "  - its work is kept on branch %s",
                        SafeText.code(row.state().branch()));
            }
        }
        line("");
        line(
                "Look closer with `lindy show %s`, try again with `lindy resume %s`.",
                run.header().run(), run.header().run());
        line("");
    }

    /** What fails still, but failed on the base commit as well: nobody's work is blamed for it. */
    private void failedBefore() {
        List<String> lines = new ArrayList<>();
        for (TaskRow row : run.tasks()) {
            List<Attempt> attempts = row.state().attempts();
            List<GateVerdict> gates = attempts.isEmpty()
                    ? List.of()
                    : attempts.get(attempts.size() - 1).gates();
            gates.stream()
                    .filter(gate -> gate.verdict() == Verdict.BASELINE)
                    .map(gate -> "- task %d, gate %s: %s"
                            .formatted(row.id().value(), escape(gate.name()), escape(gate.summary())))
                    .forEach(lines::add);
        }
        if (!lines.isEmpty()) {
            line("## What failed before and fails still");
            line("");
            lines.forEach(text -> line("%s", text));
            line("");
        }
    }

    /** Gates of completed tasks that did not simply pass. */
    private void remarks() {
        List<String> remarks = run.tasks().stream()
                .filter(row -> row.state().status() == TaskStatus.COMPLETED)
                .flatMap(row -> lastGates(row)
                        .filter(gate -> gate.verdict() != Verdict.PASSED && gate.verdict() != Verdict.BASELINE)
                        .map(gate -> "task %d (%s), %s".formatted(row.id().value(), escape(row.module()), words(gate))))
                .toList();
        if (!remarks.isEmpty()) {
            line("## Gates that did not simply pass");
            line("");
            remarks.forEach(remark -> line("- %s", remark));
            line("");
        }
    }

    private static Stream<GateVerdict> lastGates(TaskRow row) {
        List<Attempt> attempts = row.state().attempts();
        return attempts.isEmpty() ? Stream.empty() : attempts.get(attempts.size() - 1).gates().stream();
    }

    private static String words(GateVerdict gate) {
        boolean isPlain = gate.verdict() == Verdict.PASSED || gate.summary().isBlank();
        return "gate %s%s: %s%s%s"
                .formatted(
                        escape(gate.name()),
                        gate.required() ? "" : " (optional)",
                        gate.verdict().word(),
                        isPlain ? "" : ", " + escape(gate.summary()),
                        gate.evidence().isEmpty() ? "" : " (" + SafeText.code(gate.evidence()) + ")");
    }

    private void attempts() {
        for (TaskRow row : run.tasks()) {
            if (row.state().attempts().size() > 1 || row.state().status() == TaskStatus.FAILED || hasNotes(row)) {
                line("## Attempts of task %d", row.id().value());
                line("");
                row.state().attempts().forEach(attempt -> attempt(row, attempt));
                line("");
            }
        }
    }

    private boolean hasNotes(TaskRow row) {
        return row.state().attempts().stream()
                .anyMatch(attempt -> !notes.apply(row.id(), attempt.number()).isEmpty());
    }

    private void attempt(TaskRow row, Attempt attempt) {
        line(
                "%d. %s, %s: %s",
                attempt.number(),
                escape(attempt.agent() + (attempt.model() == null ? "" : " with " + attempt.model())),
                span(attempt.startedAt(), attempt.endedAt()),
                attempt.outcome() == null
                        ? "not ended"
                        : escape(attempt.outcome().message()));
        line("   - evidence: `tasks/%d/%d/`", row.id().value(), attempt.number());
        notes.apply(row.id(), attempt.number()).forEach(note -> line("   - note: %s", escape(note)));
        for (GateVerdict gate : attempt.gates()) {
            line("   - %s", words(gate));
            failures(gate.failures());
        }
    }

    private void failures(@Nullable Failures failures) {
        if (failures != null && failures.fresh() > 0) {
            int more = failures.fresh() - failures.firstFresh().size();
            String names = String.join(", ", failures.firstFresh()) + (more > 0 ? " and " + more + " more" : "");
            line("     - new: %s", escape(names));
        }
        if (failures != null && failures.known() > 0) {
            line("     - failing before: %s", escape(failures.knownWords()));
        }
    }

    private static String worked(List<Attempt> attempts) {
        Duration sum = Duration.ZERO;
        for (Attempt attempt : attempts) {
            if (attempt.endedAt() != null) {
                sum = sum.plus(Duration.between(attempt.startedAt(), attempt.endedAt()));
            }
        }
        return words(sum);
    }

    private static String span(Instant from, @Nullable Instant to) {
        return to == null ? "?" : words(Duration.between(from, to));
    }

    private static String words(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        return seconds < 3600
                ? "%dm %02ds".formatted(seconds / 60, seconds % 60)
                : "%dh %02dm".formatted(seconds / 3600, seconds % 3600 / 60);
    }

    private static String money(double usd, boolean isUnknown) {
        String known = String.format(Locale.ROOT, "$%.2f", usd);
        return isUnknown ? (usd == 0 ? "an unknown amount" : known + " and more") : known;
    }

    private static String shortId(String commit) {
        return commit.length() > 10 ? commit.substring(0, 10) : commit;
    }

    private static String cell(String content) {
        return SafeText.markdown(SafeText.line(content, MAX_CELL));
    }

    private static String escape(String content) {
        return SafeText.markdown(SafeText.line(content, MAX_LINE));
    }

    @FormatMethod
    private void line(String format, @Nullable Object... values) {
        text.append(format.formatted(values)).append('\n');
    }
}
