package dev.lindy.project.config.edit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place that a person means by a dotted key. Items of lists are named by index or by their {@code name}: {@code
 * modules[0].path}, {@code modules.api.path}.
 */
public final class KeyPath {

    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

    private KeyPath() {}

    /**
     * The place in this document.
     *
     * @return empty where a list has no such item
     */
    public static Optional<JsonPointer> in(JsonNode root, String key) {
        JsonPointer place = JsonPointer.empty();
        JsonNode node = root;
        for (String part : parts(key)) {
            if (node.isArray()) {
                int index = index(node, part);
                if (index < 0) {
                    return Optional.empty();
                }
                place = place.appendIndex(index);
                node = node.path(index);
            } else {
                String name = alias(place, node, part);
                place = place.appendProperty(name);
                node = node.isObject() ? node.path(name) : MissingNode.getInstance();
            }
        }
        return Optional.of(place);
    }

    private static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        for (String part : key.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            if (bracket > 0 && part.endsWith("]")) {
                parts.add(part.substring(0, bracket));
                parts.add(part.substring(bracket + 1, part.length() - 1));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    /** A section may stand under its old name. */
    private static String alias(JsonPointer place, JsonNode node, String part) {
        boolean isOld = place.toString().equals("/qa_gates")
                && part.equals("structural")
                && !node.has(part)
                && node.has("structural_check");
        return isOld ? "structural_check" : part;
    }

    private static int index(JsonNode list, String part) {
        if (INDEX.matcher(part).matches()) {
            int index = Integer.parseInt(part);
            return index < list.size() ? index : -1;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path("name").asText().equals(part)) {
                return i;
            }
        }
        return -1;
    }
}
