package dev.lindy.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;

/** One answer of the scripted model. */
public sealed interface Step {

    /** Words, after which the agent's turn is over. */
    record Say(String text) implements Step {}

    /** A tool call that the CLI really executes. */
    record UseTool(String name, JsonNode input) implements Step {}

    /** Nothing for a while, then the other step: keeps an agent busy. */
    record Delay(Duration time, Step then) implements Step {}

    /** An HTTP error instead of an answer. */
    record HttpError(int status, String type, String message) implements Step {}

    static Step say(String text) {
        return new Say(text);
    }

    static Step bash(String command) {
        return new UseTool(
                "Bash",
                JsonNodeFactory.instance.objectNode().put("command", command).put("description", "run it"));
    }

    /** Writes a file; a relative path counts from the agent's working directory. */
    static Step write(String path, String content) {
        return new UseTool(
                "Write",
                JsonNodeFactory.instance.objectNode().put("file_path", path).put("content", content));
    }

    /** The answer to {@code --json-schema}. */
    static Step structured(JsonNode answer) {
        return new UseTool("StructuredOutput", answer);
    }

    static Step after(Duration time, Step then) {
        return new Delay(time, then);
    }

    static Step error(int status, String type) {
        return new HttpError(status, type, type + " from the scripted model");
    }

    static Step error(int status, String type, String message) {
        return new HttpError(status, type, message);
    }
}
