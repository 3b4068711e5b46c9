package dev.lindy.activities.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The JSON schema of the planner's answer, narrowed to what this project has. */
public final class PlanSchema {

    private PlanSchema() {}

    /** The schema on one line; modules also get {@code root}, gates are those that can be used. */
    public static String of(PlannerFacts facts) {
        try {
            JsonNode schema = new ObjectMapper()
                    .readTree(Template.load("plan-schema.json").text());
            narrow(schema, facts);
            return schema.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("could not read the plan's schema", e);
        }
    }

    private static void narrow(JsonNode schema, PlannerFacts facts) {
        ObjectNode tasks = (ObjectNode) schema.at("/properties/tasks");
        tasks.put("maxItems", facts.maxTasks());
        List<String> modules = new ArrayList<>();
        facts.modules().forEach(module -> modules.add(module.name()));
        if (!modules.contains("root")) {
            modules.add("root");
        }
        choose((ObjectNode) tasks.at("/items/properties/module"), modules);
        ObjectNode checks = (ObjectNode) tasks.at("/items/properties/qa_checks");
        if (facts.gates().isEmpty()) {
            checks.put("maxItems", 0);
        } else {
            choose(
                    (ObjectNode) checks.at("/items/properties/gate"),
                    facts.gates().stream().map(PlannerFacts.Gate::name).toList());
        }
    }

    private static void choose(ObjectNode property, List<String> words) {
        ArrayNode choices = property.putArray("enum");
        words.forEach(choices::add);
    }
}
