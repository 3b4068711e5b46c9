package dev.lindy.project.imports.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code baseUrl} and {@code paths} of a TypeScript config.
 *
 * @param root folder that names without an alias are looked for in, or empty where there is none
 */
record PathAliases(Optional<String> root, List<Alias> aliases) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    /** What stands before and after the star of a pattern, and what takes its place. */
    private record Alias(String before, String after, boolean hasStar, String place) {

        Optional<String> place(String target) {
            boolean fits = hasStar
                    ? target.length() >= before.length() + after.length()
                            && target.startsWith(before)
                            && target.endsWith(after)
                    : target.equals(before);
            if (!fits) {
                return Optional.empty();
            }
            String star = hasStar ? target.substring(before.length(), target.length() - after.length()) : "";
            return Optional.of(place.replace("*", star));
        }
    }

    /** @param folder of the config */
    static PathAliases read(String text, String folder) {
        JsonNode options = options(text);
        boolean hasRoot = options.path("baseUrl").isTextual();
        Optional<String> root =
                hasRoot ? Relative.path(folder, options.path("baseUrl").asText()) : Optional.empty();
        List<Alias> aliases = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : options.path("paths").properties()) {
            String pattern = entry.getKey();
            int star = pattern.indexOf('*');
            for (JsonNode place : entry.getValue()) {
                Relative.path(hasRoot ? root.orElse(folder) : folder, place.asText())
                        .ifPresent(path -> aliases.add(new Alias(
                                star < 0 ? pattern : pattern.substring(0, star),
                                star < 0 ? "" : pattern.substring(star + 1),
                                star >= 0,
                                path)));
            }
        }
        return new PathAliases(root, aliases);
    }

    private static JsonNode options(String text) {
        try {
            return JSON.readTree(text).path("compilerOptions");
        } catch (JsonProcessingException damaged) {
            return MissingNode.getInstance();
        }
    }

    /** Where the target may be, best first. */
    List<String> places(String target) {
        List<String> places = new ArrayList<>();
        for (Alias alias : aliases) {
            alias.place(target).flatMap(path -> Relative.path("", path)).ifPresent(places::add);
        }
        root.ifPresent(folder -> places.add(SourceIndex.child(folder, target)));
        return places;
    }
}
