package dev.lindy.cli.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.run.Attempt;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskRow;

/** A change as JSON: the form of {@code --json-stream}, a contract. */
final class ChangeJson {

    private ChangeJson() {}

    static ObjectNode of(RunSnapshot now, RunChange change) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", now.header().run().value());
        if (change instanceof RunChange.Status status) {
            status(json, status.header());
        } else if (change instanceof RunChange.Planned planned) {
            plan(json, planned);
        } else if (change instanceof RunChange.Noted noted) {
            json.put("event", "note").put("text", noted.text());
        } else if (change instanceof RunChange.Started started) {
            attempt(json.put("event", "attempt_started"), started.task(), started.attempt());
        } else if (change instanceof RunChange.Missed missed) {
            attempt(json.put("event", "attempt_ended"), missed.task(), missed.attempt());
            json.put("outcome", missed.outcome().word())
                    .put("message", missed.outcome().message());
        } else if (change instanceof RunChange.Phase phase) {
            task(json, phase.task());
        } else if (change instanceof RunChange.Ended ended) {
            task(json, ended.task()).put("reason", ended.task().state().reason());
        } else if (change instanceof RunChange.Reopened reopened) {
            task(json, reopened.task());
        } else {
            throw new IllegalStateException("Unexpected change: " + change);
        }
        return json;
    }

    private static void status(ObjectNode json, RunHeader header) {
        json.put("event", "run").put("status", header.status().word());
        RunHeader.Attention attention = header.attention();
        if (attention != null) {
            json.putObject("attention").put("message", attention.message()).put("hint", attention.hint());
        }
    }

    private static void plan(ObjectNode json, RunChange.Planned planned) {
        json.put("event", "plan");
        for (TaskRow task : planned.tasks()) {
            ObjectNode entry = json.withArray("tasks").addObject();
            entry.put("id", task.id().value());
            entry.put("module", task.module());
            entry.put("description", task.description());
            ArrayNode dependsOn = entry.putArray("dependsOn");
            task.dependsOn().forEach(id -> dependsOn.add(id.value()));
        }
    }

    private static void attempt(ObjectNode json, TaskRow task, Attempt attempt) {
        json.put("task", task.id().value());
        json.put("attempt", attempt.number());
        json.put("agent", attempt.agent());
    }

    private static ObjectNode task(ObjectNode json, TaskRow task) {
        return json.put("event", "task")
                .put("task", task.id().value())
                .put("status", task.state().status().word());
    }
}
