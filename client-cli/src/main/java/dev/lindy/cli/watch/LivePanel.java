package dev.lindy.cli.watch;

import dev.lindy.cli.view.ColorPalette;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.Theme;
import dev.lindy.cli.view.Words;
import dev.lindy.run.Attempt;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines of the live view: a header, one line per working task in order of start, a count of the rest. */
final class LivePanel {

    private static final int MAX_GOAL = 60;
    private static final int MAX_DESCRIPTION = 30;

    private final Clock clock;
    private final ColorPalette colors;
    private final Theme theme;

    LivePanel(Clock clock, ColorPalette colors, Theme theme) {
        this.clock = clock;
        this.colors = colors;
        this.theme = theme;
    }

    List<String> lines(RunSnapshot now, int height) {
        List<String> lines = new ArrayList<>();
        lines.add(header(now));
        List<TaskRow> working = now.tasks().stream()
                .filter(task -> task.state().status().isRunning())
                .sorted(Comparator.comparing(LivePanel::start).thenComparing(TaskRow::id))
                .toList();
        int room = Math.max(1, height - 4);
        working.stream().limit(room).forEach(task -> lines.add(task(task)));
        if (!now.tasks().isEmpty()) {
            lines.add(rest(now, Math.max(0, working.size() - room)));
        }
        return lines;
    }

    private String header(RunSnapshot now) {
        RunHeader header = now.header();
        String goal = Sanitizer.cut(header.goal(), MAX_GOAL, theme.ellipsis());
        return colors.paint(Style.HEADING, header.status().word().replace('_', ' ')) + " "
                + colors.paint(Style.LITERAL, header.run().value()) + " " + goal + " "
                + colors.paint(Style.DIM, Words.of(Duration.between(header.startedAt(), clock.instant())));
    }

    private String task(TaskRow task) {
        String elapsed = Words.of(elapsed(task));
        return "%s %s %s %s %s %s"
                .formatted(
                        colors.paint(Style.WORKING, theme.glyph(Style.WORKING)),
                        colors.paint(Style.LITERAL, task.id().toString()),
                        task.state().status().word(),
                        colors.paint(Style.DIM, "[" + Sanitizer.cut(task.module(), 20, theme.ellipsis()) + "]"),
                        Sanitizer.cut(task.description(), MAX_DESCRIPTION, theme.ellipsis()),
                        colors.paint(Style.DIM, agent(task) + elapsed));
    }

    private String agent(TaskRow task) {
        Attempt attempt = RunChanges.last(task);
        if (attempt == null) {
            return "";
        }
        String agent = Sanitizer.cut(attempt.agent(), 20, theme.ellipsis());
        return "%sattempt %d, ".formatted(agent.isEmpty() ? "" : agent + ", ", attempt.number());
    }

    private String rest(RunSnapshot now, int hidden) {
        List<String> parts = new ArrayList<>();
        add(parts, hidden, "more working");
        add(parts, now.count(TaskStatus.PENDING), "waiting");
        add(parts, now.count(TaskStatus.COMPLETED), "passed");
        add(parts, now.count(TaskStatus.FAILED), "failed");
        add(parts, now.count(TaskStatus.SKIPPED), "skipped");
        add(parts, now.count(TaskStatus.CANCELED), "canceled");
        if (now.costUsd() > 0 || now.hasUnknownCost()) {
            parts.add(Words.dollars(now.costUsd(), now.hasUnknownCost()));
        }
        return colors.paint(Style.DIM, String.join(" " + theme.separator() + " ", parts));
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    /** A task is at work a moment before its attempt is known. */
    private Duration elapsed(TaskRow task) {
        Attempt attempt = RunChanges.last(task);
        return attempt == null ? Duration.ZERO : Duration.between(attempt.startedAt(), clock.instant());
    }

    private static Instant start(TaskRow task) {
        Attempt attempt = RunChanges.last(task);
        return attempt == null ? Instant.MAX : attempt.startedAt();
    }
}
