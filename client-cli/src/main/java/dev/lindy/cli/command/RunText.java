package dev.lindy.cli.command;

import dev.lindy.cli.view.ColorPalette;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.Theme;
import dev.lindy.cli.view.Words;
import dev.lindy.run.Attempt;
import dev.lindy.run.BaseRef;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.RunFolder;
import dev.lindy.state.RunPicture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as text for {@code show}: tasks in plan order. */
final class RunText {

    private static final int MAX_TEXT = 300;

    private final ColorPalette colors;
    private final Theme theme;
    private final Instant now;
    private final Freshness freshness;

    RunText(Console console, Instant now, Freshness freshness) {
        this.colors = console.dataColors();
        this.theme = console.theme();
        this.now = now;
        this.freshness = freshness;
    }

    List<String> lines(RunPicture picture) {
        List<String> lines = new ArrayList<>();
        RunSnapshot run = picture.snapshot();
        header(run, picture, lines);
        for (TaskRow task : run.tasks()) {
            task(task, picture.folder(), lines);
        }
        return lines;
    }

    private void header(RunSnapshot run, RunPicture picture, List<String> lines) {
        RunHeader header = run.header();
        Style style = StatusStyle.of(header.status());
        fact("run", colors.paint(Style.LITERAL, header.run().value()), lines);
        fact("goal", cut(header.goal()), lines);
        fact("status", colors.paint(style, header.status().word()) + freshness.words(now), lines);
        RunHeader.Attention attention = header.attention();
        if (attention != null) {
            fact("needs", cut(attention.message()), lines);
            fact("hint", cut(attention.hint()), lines);
        }
        fact("started", header.startedAt().toString(), lines);
        Instant end = header.endedAt() == null ? now : header.endedAt();
        fact("took", Words.of(Duration.between(header.startedAt(), end)), lines);
        BaseRef base = header.base();
        if (base != null) {
            fact("base", (base.branch() == null ? "" : cut(base.branch()) + " ") + base.commit(), lines);
        }
        if (header.goalBranch() != null) {
            fact("branch", cut(header.goalBranch()), lines);
        }
        fact("cost", Words.dollars(run.costUsd(), run.hasUnknownCost()), lines);
        fact(
                "tasks",
                "%d of %d passed"
                        .formatted(run.count(TaskStatus.COMPLETED), run.tasks().size()),
                lines);
        String ui = picture.start().ui();
        if (ui != null) {
            fact("ui", Sanitizer.line(ui), lines);
        }
        fact("evidence", Sanitizer.line(picture.folder().root().toString()), lines);
        if (header.stop() != null) {
            fact("stopped", cut(header.stop().message()), lines);
            header.stop().problems().forEach(problem -> fact("problem", cut(problem), lines));
        }
        header.notes().forEach(note -> fact("note", cut(note), lines));
    }

    private void fact(String name, String value, List<String> lines) {
        lines.add(colors.paint(Style.DIM, name + ":" + " ".repeat(Math.max(1, 10 - name.length()))) + value);
    }

    private void task(TaskRow task, RunFolder folder, List<String> lines) {
        TaskStatus status = task.state().status();
        Style style = StatusStyle.of(status);
        lines.add("%s %s %s [%s] %s"
                .formatted(
                        colors.paint(style, theme.glyph(style)),
                        colors.paint(Style.LITERAL, task.id().toString()),
                        colors.paint(style, was(status.isRunning()) + status.word()),
                        cut(task.module()),
                        cut(task.description())));
        detail("after", dependencies(task), lines);
        detail("branch", task.state().branch(), lines);
        detail("merged", task.state().mergeCommit(), lines);
        detail("because", task.state().reason(), lines);
        task.state().attempts().forEach(attempt -> {
            attempt(attempt, lines);
            folder.notes(task.id(), attempt.number()).forEach(note -> lines.add("      note: " + cut(note)));
        });
    }

    // nobody knows what became of it since
    private String was(boolean running) {
        return running && freshness.isStale() ? "was " : "";
    }

    private static @Nullable String dependencies(TaskRow task) {
        List<String> ids = task.dependsOn().stream().map(Object::toString).toList();
        return ids.isEmpty() ? null : String.join(", ", ids);
    }

    private void detail(String name, @Nullable String value, List<String> lines) {
        if (value != null && !value.isBlank()) {
            lines.add("    " + colors.paint(Style.DIM, name) + " " + cut(value));
        }
    }

    private void attempt(Attempt attempt, List<String> lines) {
        Instant end = attempt.endedAt() == null ? now : attempt.endedAt();
        String said = attempt.outcome() == null
                ? was(true) + "going on"
                : attempt.outcome().message();
        lines.add("    attempt %d: %s %s"
                .formatted(
                        attempt.number(),
                        cut(said),
                        colors.paint(
                                Style.DIM,
                                "(%s, %s, %s)"
                                        .formatted(
                                                cut(attempt.agent()
                                                        + (attempt.model() == null ? "" : " " + attempt.model())),
                                                Words.of(Duration.between(attempt.startedAt(), end)),
                                                Words.dollars(attempt.costUsd(), attempt.costUnknown())))));
        attempt.gates().forEach(gate -> gate(gate, lines));
    }

    private void gate(GateVerdict gate, List<String> lines) {
        Style style = StatusStyle.of(gate.verdict());
        String summary = gate.summary().isBlank() ? "" : " - " + cut(gate.summary());
        String evidence = gate.evidence().isBlank() ? "" : colors.paint(Style.DIM, " " + cut(gate.evidence()));
        lines.add("      %s gate `%s`%s %s%s%s"
                .formatted(
                        colors.paint(style, theme.glyph(style)),
                        cut(gate.name()),
                        gate.required() ? "" : " (optional)",
                        gate.verdict().word(),
                        summary,
                        evidence));
    }

    private String cut(String outside) {
        return Sanitizer.cut(outside, MAX_TEXT, theme.ellipsis());
    }
}
