package dev.lindy.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Renders a structured prompt as Markdown, to the letter as the original did. */
final class PromptText {
    private PromptText() {}

    static String of(JsonNode prompt) {
        List<String> parts = new ArrayList<>();
        add(parts, "Objective", texts(prompt.path("objective")), UnaryOperator.identity());
        add(parts, "Context Files (read these first)", texts(prompt.path("context_files")), PromptText::code);
        add(parts, "Constraints", texts(prompt.path("constraints")), PromptText::plain);
        add(parts, "Before committing, verify", texts(prompt.path("verification")), PromptText::plain);
        return String.join("\n\n", parts);
    }

    /** The texts of a list, or a single text; values that are no texts count as written. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> texts.addAll(texts(item)));
        } else if (node.isObject()) {
            texts.add(node.toString());
        } else if (node.isValueNode() && !node.isNull() && !node.asText().isBlank()) {
            texts.add(node.asText());
        }
        return texts;
    }

    private static void add(List<String> parts, String heading, List<String> lines, UnaryOperator<String> form) {
        if (!lines.isEmpty()) {
            parts.add("## " + heading + "\n"
                    + String.join("\n", lines.stream().map(form).toList()));
        }
    }

    private static String plain(String text) {
        return "- " + text;
    }

    private static String code(String text) {
        return "- `" + text + "`";
    }
}
