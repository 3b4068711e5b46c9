package dev.lindy.project.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An issue of a tracker; all texts are those of whoever wrote it.
 *
 * @param id number, as text
 * @param status {@code open} or {@code closed}
 * @param priority always {@code normal}: the tracker has none
 */
public record Issue(
        String id, String title, String body, List<String> labels, String status, String priority, String url) {

    public Issue {
        labels = List.copyOf(labels);
    }

    /** What {@code gh} prints of an issue. */
    static Issue of(JsonNode json) {
        List<String> labels = new ArrayList<>();
        json.path("labels").forEach(label -> labels.add(label.path("name").asText("")));
        return new Issue(
                json.path("number").asText(""),
                json.path("title").asText(""),
                json.path("body").asText(""),
                labels,
                json.path("state").asText("open").toLowerCase(Locale.ROOT),
                "normal",
                json.path("url").asText(""));
    }

    /** What a run of the issue is to reach: title and body. */
    public String goal() {
        return body.isBlank() ? title : title + "\n\n" + body;
    }

    public boolean isOpen() {
        return status.equals("open");
    }

    /** The original's fields in its order. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("title", title);
        json.put("body", body);
        ArrayNode names = json.putArray("labels");
        labels.forEach(names::add);
        json.put("status", status);
        json.put("priority", priority);
        json.put("url", url);
        return json;
    }
}
