package dev.lindy.activities.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The structured answer of an agent that has no field for it: its last words are one JSON object, fenced or bare. */
public final class JsonAnswer {

    private static final Pattern FENCE = Pattern.compile("(?s)^\\s*```(?:json)?\\s*\\n(.*?)\\n\\s*```\\s*$");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonAnswer() {}

    /** The object as JSON text, or null where the words are anything else. */
    public static @Nullable String in(String words) {
        Matcher fence = FENCE.matcher(words);
        try {
            JsonNode answer = MAPPER.readTree(fence.find() ? fence.group(1) : words);
            return answer != null && answer.isObject() ? answer.toString() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
