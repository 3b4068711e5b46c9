package dev.lindy.project.config.edit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.document.DocumentReader;
import dev.lindy.document.DocumentReading;
import dev.lindy.document.NearMiss;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigProblem;
import dev.lindy.project.config.ConfigReading;
import dev.lindy.project.config.edit.RefusedEditException.Kind;
import dev.lindy.project.config.edit.RefusedEditException.Reason;
import dev.lindy.project.config.key.ConfigKey;
import dev.lindy.project.config.key.ConfigKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One value of a config text changed, and nothing else: comments, order, quotes and line ends stay. A change that
 * the loader would refuse, or that would change another value as well, is not made.
 *
 * @param text the whole new text
 * @param key dotted key of the value as the loader names it
 */
public record ConfigEdit(String text, String key) {

    private static final String MARK = "\uFEFF";

    /**
     * Sets a value.
     *
     * @param text of a file that can be read as YAML
     * @param file path of that file, for what its config may name
     * @param key as {@link KeyPath} has it
     * @param value as typed; lists with commas or in brackets
     * @throws RefusedEditException with every reason
     */
    public static ConfigEdit set(String text, Path file, String key, String value) throws RefusedEditException {
        String mark = text.startsWith(MARK) ? MARK : "";
        String plain = text.substring(mark.length());
        JsonNode before = tree(plain);
        JsonPointer place = KeyPath.in(before, key)
                .orElseThrow(() -> new RefusedEditException("`" + key + "`: the list has no such item", null));
        ConfigKey known = ConfigKeys.at(place).orElseThrow(() -> unknown(key));
        String edited = YamlEdit.set(plain, place, YamlValue.of(known.type(), value));
        if (!changesNothingElse(before, edited, place)) {
            throw new RefusedEditException(
                    "`" + key + "` cannot be changed without changing more", "change it in an editor");
        }
        refuseNewProblems(ConfigLoader.parse(plain, file), ConfigLoader.parse(edited, file));
        return new ConfigEdit(mark + edited, key);
    }

    private static boolean changesNothingElse(JsonNode before, String edited, JsonPointer place) {
        DocumentReading reading = DocumentReader.read(edited, "orchestrator.yaml");
        if (reading.document() == null) {
            return false;
        }
        JsonNode after = reading.document().root();
        return after.equals(with(before, place, after.at(place)));
    }

    private static RefusedEditException unknown(String key) {
        List<String> keys = ConfigKeys.list().stream().map(ConfigKey::path).toList();
        return new RefusedEditException(
                Kind.UNKNOWN_KEY,
                "there is no key `" + key + "`",
                NearMiss.of(key, keys)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("see them all with `lindy config show`"));
    }

    private static JsonNode tree(String text) throws RefusedEditException {
        DocumentReading reading = DocumentReader.read(text, "orchestrator.yaml");
        if (reading.document() == null) {
            throw new RefusedEditException(
                    Kind.FILE,
                    "the file is no YAML"
                            + (reading.problem() == null
                                    ? ""
                                    : ": " + reading.problem().message()),
                    "mend it first: `lindy validate` says where");
        }
        return reading.document().root();
    }

    /** The tree with another value at that place, objects made where they are missing. */
    private static JsonNode with(JsonNode tree, JsonPointer place, JsonNode value) {
        if (place.matches()) {
            return value;
        }
        if (tree.isArray()) {
            ArrayNode list = tree.deepCopy();
            list.set(place.getMatchingIndex(), with(tree.path(place.getMatchingIndex()), place.tail(), value));
            return list;
        }
        ObjectNode object = tree.isObject() ? tree.deepCopy() : JsonNodeFactory.instance.objectNode();
        object.set(place.getMatchingProperty(), with(tree.path(place.getMatchingProperty()), place.tail(), value));
        return object;
    }

    /** Problems that were there before may stay: one change need not mend all. */
    private static void refuseNewProblems(ConfigReading before, ConfigReading after) throws RefusedEditException {
        Set<String> old = before.problems().stream().map(ConfigProblem::message).collect(Collectors.toSet());
        List<Reason> reasons = after.problems().stream()
                .filter(problem -> !old.contains(problem.message()))
                .map(problem -> new Reason(problem.message(), problem.hint()))
                .toList();
        if (!reasons.isEmpty()) {
            throw new RefusedEditException(Kind.CHANGE, reasons);
        }
    }
}
