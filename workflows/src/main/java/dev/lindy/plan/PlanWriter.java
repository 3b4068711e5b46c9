package dev.lindy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a plan as the original saves it, with our fields at the end of each task. */
final class PlanWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PlanWriter() {}

    static String json(Plan plan) {
        try {
            return MAPPER.writeValueAsString(tree(plan)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unexpected failure while writing a plan as text", e);
        }
    }

    static ObjectNode tree(Plan plan) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("goal", plan.goal());
        ArrayNode tasks = root.putArray("tasks");
        plan.tasks().forEach(task -> write(tasks.addObject(), task));
        return root;
    }

    private static void write(ObjectNode node, Task task) {
        node.put("id", task.id().value());
        node.put("module", task.module());
        node.put("description", task.description());
        node.put("prompt", task.prompt());
        ArrayNode needed = node.putArray("depends_on");
        task.dependsOn().forEach(id -> needed.add(id.value()));
        node.put("priority", task.priority());
        ArrayNode gates = node.putArray("qa_checks");
        for (GateSpec gate : task.gates()) {
            ObjectNode check = gates.addObject();
            check.put("gate", gate.gate());
            check.set("params", MAPPER.valueToTree(gate.params()));
        }
        node.put("status", task.completed() ? "completed" : "pending");
        node.put("result", "");
        node.putArray("qa_results");
        node.put("retries", 0);
        node.putArray("feedback_history");
        node.putNull("started_at");
        node.putNull("completed_at");
        node.put("timeout_seconds", task.timeoutSeconds());
        node.put("stall_seconds", task.stallSeconds());
        node.put("size", task.size().name().substring(0, 1).toLowerCase(Locale.ROOT));
        TaskAgent agent = task.agent();
        if (agent != null) {
            ObjectNode wanted = node.putObject("agent");
            put(wanted, "provider", agent.provider());
            put(wanted, "model", agent.model());
            put(wanted, "effort", agent.effort());
        }
        if (task.skips().all()) {
            node.put("skip_qa", true);
        }
        if (!task.skips().gates().isEmpty()) {
            ArrayNode skipped = node.putArray("skip_gates");
            task.skips().gates().forEach(skipped::add);
        }
        node.put("changes", task.changes().name().toLowerCase(Locale.ROOT));
        rubric(node, task.rubric());
    }

    private static void rubric(ObjectNode node, Rubric rubric) {
        if (!rubric.criteria().isEmpty()) {
            ArrayNode criteria = node.putArray("acceptance_criteria");
            rubric.criteria().forEach(criteria::add);
        }
        if (!rubric.prompt().isBlank()) {
            node.put("evaluator_prompt", rubric.prompt());
        }
    }

    private static void put(ObjectNode node, String key, @Nullable String value) {
        if (value != null) {
            node.put(key, value);
        }
    }
}
