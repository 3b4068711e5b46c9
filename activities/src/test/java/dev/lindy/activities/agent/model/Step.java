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

    /** A tool call that the limit of tokens cut short. */
    record CutTool(String name, JsonNode input) implements Step {}

    /**
     * An HTTP error instead of an answer.
     *
     * @param retryAfter seconds, or 0 where the server does not say
     */
    record HttpError(int status, String type, String message, int retryAfter) implements Step {}

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

    /** The answer to {@code --json-schema}, ended by the limit of tokens. */
    static Step cut(JsonNode answer) {
        return new CutTool("StructuredOutput", answer);
    }

    /** Too many requests, with the time when there may be more. */
    static Step limited(int retryAfter) {
        return new HttpError(429, "rate_limit_error", "rate_limit_error from the scripted model", retryAfter);
    }

    static Step after(Duration time, Step then) {
        return new Delay(time, then);
    }

    static Step error(int status, String type) {
        return new HttpError(status, type, type + " from the scripted model", 0);
    }

    static Step error(int status, String type, String message) {
        return new HttpError(status, type, message, 0);
    }
}
