package dev.lindy.project.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a session, from a stream of version 0.15 or from the action log.
 *
 * @param at as written
 * @param name of the event or action
 * @param task number, or null where it is about none
 * @param json all of it
 */
public record SessionEvent(String at, String name, @Nullable Integer task, JsonNode json) {

    private static final Set<String> BAD_RESULTS = Set.of("fail", "error", "failed");

    static SessionEvent of(JsonNode json) {
        JsonNode task =
                json.path("task_id").isMissingNode() ? json.path("details").path("task_id") : json.path("task_id");
        return new SessionEvent(
                json.path("ts").asText(json.path("timestamp").asText("")),
                json.path("event").asText(json.path("action").asText("?")),
                task.isInt() ? task.asInt() : null,
                json);
    }

    /** Whether it tells of something that went wrong. */
    public boolean isFailure() {
        String word = name.toLowerCase(Locale.ROOT);
        return word.contains("fail")
                || word.contains("error")
                || word.contains("stall")
                || BAD_RESULTS.contains(json.path("result").asText(""))
                || (json.path("passed").isBoolean() && !json.path("passed").asBoolean());
    }
}
