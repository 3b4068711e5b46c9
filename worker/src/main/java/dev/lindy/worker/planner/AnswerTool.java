package dev.lindy.worker.planner;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.Tool;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The tool whose input is the answer. */
final class AnswerTool {

    static final String NAME = "StructuredOutput";

    private AnswerTool() {}

    /** @param schema of an object */
    static Tool of(JsonNode schema) {
        Tool.InputSchema.Properties.Builder properties = Tool.InputSchema.Properties.builder();
        schema.path("properties")
                .properties()
                .forEach(entry ->
                        properties.putAdditionalProperty(entry.getKey(), JsonValue.fromJsonNode(entry.getValue())));
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        return Tool.builder()
                .name(NAME)
                .description("Takes the whole answer. Use it exactly once, and say nothing else.")
                .inputSchema(Tool.InputSchema.builder()
                        .properties(properties.build())
                        .required(required)
                        .build())
                .build();
    }
}
