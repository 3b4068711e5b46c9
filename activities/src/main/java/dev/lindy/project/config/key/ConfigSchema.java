package dev.lindy.project.config.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.project.config.key.ValueType.Choice;
import dev.lindy.project.config.key.ValueType.Command;
import dev.lindy.project.config.key.ValueType.Count;
import dev.lindy.project.config.key.ValueType.Dollars;
import dev.lindy.project.config.key.ValueType.Flag;
import dev.lindy.project.config.key.ValueType.Texts;
import java.util.List;

/**
 * The JSON schema of the project config, for editors. Stricter than the loader, which also takes numbers and flags
 * written as text and only warns about unknown keys.
 */
public final class ConfigSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ConfigSchema() {}

    /** The schema, draft 2020-12. */
    public static ObjectNode json() {
        ObjectNode root = NODES.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Project config of Lindy: orchestrator.yaml");
        mapping(root);
        ConfigKeys.list().forEach(key -> add(root, key));
        shorthands((ObjectNode) root.path("properties").path("qa_gates"));
        return root;
    }

    private static void add(ObjectNode root, ConfigKey key) {
        ObjectNode at = root;
        List<String> parts = key.parts();
        for (int i = 0; i < parts.size(); i++) {
            at = child(at, parts.get(i));
            if (i == parts.size() - 1) {
                leaf(at, key);
            } else if (parts.get(i + 1).equals("[]")) {
                at.set("type", types("array"));
            } else if (!at.has("properties")) {
                mapping(at);
            }
            if (key.isRequired() && i == parts.size() - 2) {
                at.withArray("required").add(parts.get(i + 1));
            }
        }
    }

    private static ObjectNode child(ObjectNode parent, String part) {
        if (part.equals("[]")) {
            return parent.withObjectProperty("items");
        }
        if (part.equals("<module>")) {
            ObjectNode value = NODES.objectNode();
            parent.set("additionalProperties", value);
            return value;
        }
        return parent.withObjectProperty("properties").withObjectProperty(part);
    }

    private static void mapping(ObjectNode schema) {
        schema.set("type", types("object"));
        schema.putObject("properties");
        schema.put("additionalProperties", false);
    }

    /** The old name of a section, and the lists of gates under the names of modules. */
    private static void shorthands(ObjectNode gates) {
        gates.withObjectProperty("properties")
                .putObject("structural_check")
                .put("$ref", "#/properties/qa_gates/properties/structural");
        gates.putObject("additionalProperties").put("$ref", "#/properties/qa_gates/properties/custom");
    }

    private static void leaf(ObjectNode schema, ConfigKey key) {
        String unused = key.isLive() ? "" : "; has no effect: " + key.unused();
        schema.put("description", key.meaning().replace("`", "") + unused.replace("`", ""));
        type(schema, key.type(), !key.isRequired());
        if (key.fallback() != null) {
            schema.set("default", MAPPER.valueToTree(key.fallback()));
        }
        if (!key.isLive()) {
            schema.put("deprecated", true);
        }
    }

    private static void type(ObjectNode schema, ValueType type, boolean isNullable) {
        if (type instanceof Choice choice) {
            ArrayNode words = schema.putArray("enum");
            choice.words().forEach(words::add);
            words.addNull();
        } else if (type instanceof Count count) {
            schema.set("type", types("integer"));
            schema.put("minimum", count.least());
            schema.put("maximum", count.most());
        } else if (type instanceof Dollars) {
            schema.set("type", types("number"));
            schema.put("exclusiveMinimum", 0);
        } else if (type instanceof Texts) {
            schema.set("type", types("array"));
            schema.putObject("items").put("type", "string");
        } else if (type instanceof Command) {
            schema.putArray("type").add("string").add("array");
            schema.put("minLength", 1);
            schema.put("minItems", 1);
            schema.putObject("items").put("type", "string");
        } else if (type instanceof Flag) {
            schema.set("type", types("boolean"));
        } else if (isNullable) {
            schema.set("type", types("string"));
        } else {
            schema.put("type", "string").put("minLength", 1);
        }
    }

    /** A key without a value means its default. */
    private static JsonNode types(String type) {
        return NODES.arrayNode().add(type).add("null");
    }
}
