package dev.lindy.project.mailbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One message. Words are the sender's and may be any; the usual ones are named.
 *
 * @param id 8 hexadecimal characters
 * @param type {@code request}, {@code response} or {@code notification}
 * @param priority a word of {@link Priority}
 * @param status {@code pending}, {@code read} or {@code acknowledged}
 * @param createdAt ISO 8601
 * @param inReplyTo id of another message, or null
 * @param taskId task that it is about, or null
 */
public record Message(
        String id,
        String from,
        String to,
        String content,
        String type,
        String priority,
        String status,
        String createdAt,
        @Nullable String inReplyTo,
        @Nullable Integer taskId) {

    /** Waits to be delivered. */
    public static final String PENDING = "pending";
    /** An agent has been given it. */
    public static final String READ = "read";
    /** Somebody has said that it is settled. */
    public static final String ACKNOWLEDGED = "acknowledged";

    private static final String REQUEST = "request";

    /** A new message. */
    public static Message request(String from, String to, String content, Priority priority, Instant now) {
        String id =
                String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
        return new Message(id, from, to, content, REQUEST, priority.word(), PENDING, now.toString(), null, null);
    }

    /** What a line says; what it leaves out is what the original takes then. Empty where it has no id or content. */
    static Optional<Message> of(JsonNode json) {
        String id = json.path("id").asText("");
        if (!json.isObject() || id.isEmpty() || !json.path("content").isTextual()) {
            return Optional.empty();
        }
        return Optional.of(new Message(
                id,
                json.path("from_module").asText(""),
                json.path("to_module").asText(""),
                json.path("content").asText(),
                json.path("message_type").asText(REQUEST),
                json.path("priority").asText(Priority.NORMAL.word()),
                json.path("status").asText(PENDING),
                json.path("created_at").asText(""),
                json.path("in_reply_to").isTextual() ? json.path("in_reply_to").asText() : null,
                json.path("task_id").isInt() ? json.path("task_id").asInt() : null));
    }

    /** The original's fields in its order. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("from_module", from);
        json.put("to_module", to);
        json.put("content", content);
        json.put("message_type", type);
        json.put("priority", priority);
        json.put("status", status);
        json.put("created_at", createdAt);
        json.put("in_reply_to", inReplyTo);
        json.put("task_id", taskId);
        return json;
    }

    @JsonIgnore
    public boolean isPending() {
        return status.equals(PENDING);
    }

    /** As the original tells agents: {@code **From web-ui** [HIGH] (request): text}. */
    public String forAgents() {
        String urgency = priority.equals(Priority.NORMAL.word()) ? "" : " [" + priority.toUpperCase(Locale.ROOT) + "]";
        return "**From " + from + "**" + urgency + " (" + type + "): " + content;
    }

    /** Words that are none count as normal. */
    Priority urgency() {
        return Priority.of(priority).orElse(Priority.NORMAL);
    }
}
