package dev.lindy.cli.overview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.project.session.PastSession;
import dev.lindy.project.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code inspect} shows of a session. */
public final class InspectView {

    private static final int MAX_TEXT = 100;
    private static final int MAX_TIME = 19;
    private static final Set<String> SHOWN_BY_OTHERS =
            Set.of("ts", "timestamp", "event", "action", "task_id", "level", "run_id");

    private final Console console;

    public InspectView(Console console) {
        this.console = console;
    }

    /** One object: what the session is, its tasks as its file has them, and what happened. */
    public void json(PastSession session, List<JsonNode> tasks, List<SessionEvent> events) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("session_id", session.id());
        json.put("status", session.status());
        json.put("goal", session.goal());
        json.put(
                "started_at",
                session.startedAt() == null ? null : session.startedAt().toString());
        ArrayNode array = json.putArray("tasks");
        tasks.forEach(array::add);
        ArrayNode happened = json.putArray("events");
        events.forEach(event -> happened.add(event.json()));
        console.data(json);
    }

    public void text(PastSession session, List<JsonNode> tasks, List<SessionEvent> events) {
        console.data("session %s %s: %s"
                .formatted(
                        console.dataColors().paint(Style.LITERAL, Sanitizer.line(session.id())),
                        Sanitizer.line(session.status()),
                        cut(session.goal())));
        if (!tasks.isEmpty()) {
            TextTable table = new TextTable("TASK", "MODULE", "STATUS", "RETRIES", "GATES", "DESCRIPTION");
            tasks.forEach(task -> table.row(
                    Cell.of(Sanitizer.line(task.path("id").asText("?"))),
                    new Cell(Style.LITERAL, Sanitizer.line(task.path("module").asText("?"))),
                    Cell.of(Sanitizer.line(task.path("status").asText("pending"))),
                    Cell.of(Sanitizer.line(task.path("retries").asText("0"))),
                    Cell.of(gates(task.path("qa_results"))),
                    Cell.of(cut(task.path("description").asText("")))));
            table.lines(console.dataColors()).forEach(console::data);
        }
        if (!events.isEmpty()) {
            TextTable table = new TextTable("TIME", "TASK", "EVENT", "DETAILS");
            events.forEach(event -> table.row(
                    Cell.of(Sanitizer.cut(event.at(), MAX_TIME, "")),
                    Cell.of(event.task() == null ? "" : event.task().toString()),
                    new Cell(event.isFailure() ? Style.FAILED : Style.PLAIN, Sanitizer.line(event.name())),
                    Cell.of(cut(details(event.json())))));
            table.lines(console.dataColors()).forEach(console::data);
        }
    }

    private static String gates(JsonNode gates) {
        int passed = 0;
        for (JsonNode gate : gates) {
            passed += gate.path("passed").asBoolean() ? 1 : 0;
        }
        return gates.size() == 0 ? "" : passed + "/" + gates.size();
    }

    private static String details(JsonNode json) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            JsonNode value = field.getValue();
            if (!SHOWN_BY_OTHERS.contains(field.getKey()) && !value.isNull()) {
                parts.add(field.getKey() + "=" + (value.isValueNode() ? value.asText() : value.toString()));
            }
        }
        return String.join(" ", parts);
    }

    private String cut(String text) {
        return Sanitizer.cut(text, MAX_TEXT, console.theme().ellipsis());
    }
}
