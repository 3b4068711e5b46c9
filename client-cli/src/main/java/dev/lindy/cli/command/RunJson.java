package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.run.Attempt;
import dev.lindy.run.BaseRef;
import dev.lindy.run.Failures;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.RunPicture;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs as JSON: the forms of {@code list --json} and {@code show --json}, contracts both. */
final class RunJson {

    private RunJson() {}

    /** One element of {@code list --json}. */
    static ObjectNode listed(RunPicture picture) {
        return listed(picture.snapshot())
                .put("project", picture.start().projectRoot())
                .put("planOnly", picture.isPlanOnly())
                .put("updatedAt", picture.writtenAt().toString());
    }

    /** What a run's snapshot alone says of it. */
    static ObjectNode listed(RunSnapshot run) {
        RunHeader header = run.header();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", header.run().value());
        json.put("workflowId", header.workflowId());
        json.put("goal", header.goal());
        json.put("status", header.status().word());
        json.put("startedAt", header.startedAt().toString());
        json.put("endedAt", text(header.endedAt()));
        ObjectNode tasks = json.putObject("tasks");
        tasks.put("total", run.tasks().size());
        tasks.put("completed", run.count(TaskStatus.COMPLETED));
        tasks.put("failed", run.count(TaskStatus.FAILED));
        tasks.put("skipped", run.count(TaskStatus.SKIPPED));
        tasks.put("running", run.running());
        cost(json, run.costUsd(), run.hasUnknownCost());
        return json;
    }

    /** All of {@code show --json}. */
    static ObjectNode shown(RunSnapshot run) {
        RunHeader header = run.header();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", header.run().value());
        json.put("goal", header.goal());
        json.put("status", header.status().word());
        base(json, header.base());
        json.put("goalBranch", header.goalBranch());
        cost(json, run.costUsd(), run.hasUnknownCost());
        ArrayNode tasks = json.putArray("tasks");
        run.tasks().forEach(task -> task(tasks.addObject(), task));
        return json;
    }

    private static void base(ObjectNode json, @Nullable BaseRef base) {
        if (base == null) {
            json.putNull("base");
        } else {
            json.putObject("base").put("branch", base.branch()).put("commit", base.commit());
        }
    }

    private static void task(ObjectNode json, TaskRow task) {
        TaskState state = task.state();
        json.put("id", task.id().value());
        json.put("module", task.module());
        json.put("description", task.description());
        json.put("status", state.status().word());
        ArrayNode dependsOn = json.putArray("dependsOn");
        task.dependsOn().forEach(id -> dependsOn.add(id.value()));
        json.put("branch", state.branch());
        json.put("mergeCommit", state.mergeCommit());
        ArrayNode attempts = json.putArray("attempts");
        state.attempts().forEach(attempt -> attempt(attempts.addObject(), attempt));
    }

    private static void attempt(ObjectNode json, Attempt attempt) {
        json.put("number", attempt.number());
        json.put("agent", attempt.agent());
        json.put("model", attempt.model());
        json.put("outcome", attempt.outcome() == null ? null : attempt.outcome().word());
        json.put("sessionId", attempt.sessionId());
        json.put("startedAt", attempt.startedAt().toString());
        json.put("endedAt", text(attempt.endedAt()));
        cost(json, attempt.costUsd(), attempt.costUnknown());
        ArrayNode gates = json.putArray("gates");
        attempt.gates().forEach(gate -> gate(gates.addObject(), gate));
    }

    private static void gate(ObjectNode json, GateVerdict gate) {
        json.put("name", gate.name());
        json.put("verdict", gate.verdict().word());
        json.put("required", gate.required());
        json.put("evidence", gate.evidence());
        json.put("summary", gate.summary());
        failures(json, gate.failures());
    }

    private static void failures(ObjectNode json, @Nullable Failures failures) {
        if (failures == null) {
            json.putNull("failures");
            return;
        }
        ObjectNode counts = json.putObject("failures");
        counts.put("new", failures.fresh());
        counts.put("before", failures.known());
        failures.firstFresh().forEach(counts.putArray("firstNew")::add);
        failures.firstKnown().forEach(counts.putArray("firstBefore")::add);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** The known part; null where nothing is known, which is not the same as nothing. */
    private static void cost(ObjectNode json, double amount, boolean isUnknown) {
        if (isUnknown && amount == 0) {
            json.putNull("costUsd");
        } else {
            json.put("costUsd", dollars(amount));
        }
        json.put("costUnknown", isUnknown);
    }

    // sums of binary fractions end in noise that no reader wants
    private static double dollars(double amount) {
        return Math.round(amount * 1_000_000) / 1_000_000.0;
    }
}
