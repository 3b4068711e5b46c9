package dev.lindy.cli.overview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.cli.view.Words;
import dev.lindy.project.session.SessionStats;
import dev.lindy.project.session.SessionStats.SessionRow;
import dev.lindy.project.session.Tally;
import java.time.Duration;
import java.util.Locale;

/** What {@code stats} shows; the names in JSON are those of version 0.15 of the original. */
public final class StatsView {

    private static final int MAX_GOAL = 60;

    private final Console console;

    public StatsView(Console console) {
        this.console = console;
    }

    public void json(SessionStats stats) {
        Tally total = stats.total();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("total_cost", rounded(total.costUsd(), 4));
        json.put("total_tasks", total.tasks());
        json.put("completed", total.completed());
        json.put("failed", total.failed());
        json.put("skipped", total.skipped());
        json.put("qa_pass_rate", rounded(total.gatePassRate(), 4));
        json.put("avg_duration", seconds(stats.meanDuration()));
        json.put("failure_rate", rounded(total.failureRate(), 4));
        ObjectNode modules = json.putObject("per_module");
        stats.modules().forEach((name, tally) -> module(modules.putObject(name), name, tally));
        ArrayNode sessions = json.putArray("sessions");
        stats.sessions().forEach(row -> session(sessions.addObject(), row));
        console.data(json);
    }

    private static void module(ObjectNode json, String name, Tally tally) {
        json.put("name", name);
        json.put("total_cost", rounded(tally.costUsd(), 4));
        json.put("task_count", tally.tasks());
        json.put("completed", tally.completed());
        json.put("failed", tally.failed());
        json.put("qa_pass_rate", rounded(tally.gatePassRate(), 4));
        json.put("avg_duration", seconds(tally.meanWorked()));
    }

    private static void session(ObjectNode json, SessionRow row) {
        json.put("session_id", row.id());
        json.put("goal", row.goal());
        json.put("status", row.status());
        json.put("task_count", row.total().tasks());
        json.put("completed", row.total().completed());
        json.put("failed", row.total().failed());
        json.put("skipped", row.total().skipped());
        json.put("total_cost", rounded(row.total().costUsd(), 4));
        json.put("duration_seconds", seconds(row.duration()));
        ArrayNode modules = json.putArray("modules");
        row.modules().forEach(modules::add);
    }

    private static double seconds(Duration duration) {
        return rounded(duration.toMillis() / 1000.0, 1);
    }

    private static double rounded(double value, int digits) {
        double factor = Math.pow(10, digits);
        return Math.round(value * factor) / factor;
    }

    /** Tables for people: modules and sessions, or costs alone. */
    public void text(SessionStats stats, boolean costOnly) {
        if (stats.sessions().isEmpty()) {
            console.info("no sessions");
            return;
        }
        (costOnly ? costs(stats) : modules(stats)).lines(console.dataColors()).forEach(console::data);
        if (!costOnly) {
            console.data("");
            sessions(stats).lines(console.dataColors()).forEach(console::data);
        }
        Tally total = stats.total();
        console.result("%s, %s: %d completed, %d failed, %d skipped; %s"
                .formatted(
                        Words.count(stats.sessions().size(), "session"),
                        Words.count(total.tasks(), "task"),
                        total.completed(),
                        total.failed(),
                        total.skipped(),
                        Words.dollars(total.costUsd())));
    }

    private static TextTable costs(SessionStats stats) {
        TextTable table = new TextTable("MODULE", "COST", "TASKS");
        stats.modules()
                .forEach((name, tally) ->
                        table.row(name(name), Cell.of(Words.dollars(tally.costUsd())), number(tally.tasks())));
        return table;
    }

    private static TextTable modules(SessionStats stats) {
        TextTable table = new TextTable("MODULE", "TASKS", "COMPLETED", "FAILED", "COST", "GATES", "MEAN");
        stats.modules()
                .forEach((name, tally) -> table.row(
                        name(name),
                        number(tally.tasks()),
                        number(tally.completed()),
                        number(tally.failed()),
                        Cell.of(Words.dollars(tally.costUsd())),
                        Cell.of(String.format(Locale.ROOT, "%.0f %%", 100 * tally.gatePassRate())),
                        Cell.of(Words.of(tally.meanWorked()))));
        return table;
    }

    private TextTable sessions(SessionStats stats) {
        TextTable table = new TextTable("SESSION", "STATUS", "TASKS", "COMPLETED", "FAILED", "COST", "GOAL");
        for (SessionRow row : stats.sessions()) {
            table.row(
                    name(row.id()),
                    Cell.of(Sanitizer.line(row.status())),
                    number(row.total().tasks()),
                    number(row.total().completed()),
                    number(row.total().failed()),
                    Cell.of(Words.dollars(row.total().costUsd())),
                    Cell.of(Sanitizer.cut(row.goal(), MAX_GOAL, console.theme().ellipsis())));
        }
        return table;
    }

    private static Cell name(String name) {
        return new Cell(Style.LITERAL, Sanitizer.line(name));
    }

    private static Cell number(int value) {
        return Cell.of(Integer.toString(value));
    }
}
