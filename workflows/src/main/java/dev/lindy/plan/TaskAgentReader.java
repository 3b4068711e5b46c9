package dev.lindy.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.document.NearMiss;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code agent} of a task: which agent a person wants for it. */
final class TaskAgentReader {

    private static final List<String> KEYS = List.of("provider", "model", "effort");

    private final JsonNode agent;
    private final JsonPointer here;
    private final PlanIssues issues;
    private final String label;

    TaskAgentReader(JsonNode task, JsonPointer place, PlanIssues issues, String label) {
        this.agent = task.path("agent");
        this.here = place.appendProperty("agent");
        this.issues = issues;
        this.label = label;
    }

    /** The agent, or null where the task does not say. */
    @Nullable
    TaskAgent read() {
        if (agent.isMissingNode() || agent.isNull()) {
            return null;
        }
        if (!agent.isObject()) {
            issues.add(
                    here, label + ": `agent` must hold keys", "write `provider`, `model` or `effort` below `agent:`");
            return null;
        }
        for (Map.Entry<String, JsonNode> entry : agent.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                issues.add(
                        here.appendProperty(entry.getKey()),
                        label + ": `agent." + entry.getKey() + "` is not known",
                        NearMiss.hint(entry.getKey(), KEYS));
            }
        }
        String provider = text("provider");
        if (provider != null && !TaskAgent.PROVIDERS.contains(provider)) {
            issues.add(
                    here.appendProperty("provider"),
                    label + ": `agent.provider` cannot be `" + provider + "`",
                    NearMiss.hint(provider, TaskAgent.PROVIDERS));
        }
        return new TaskAgent(provider, text("model"), text("effort"));
    }

    private @Nullable String text(String key) {
        JsonNode value = agent.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            issues.add(here.appendProperty(key), label + ": `agent." + key + "` must be text", null);
            return null;
        }
        return value.textValue();
    }
}
