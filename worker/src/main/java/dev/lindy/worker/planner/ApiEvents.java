package dev.lindy.worker.planner;

import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Instant;

/** Prints what readers of agents' streams understand, an object a line. */
final class ApiEvents {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PrintStream out;

    ApiEvents(PrintStream out) {
        this.out = out;
    }

    /** A sign of life while the answer comes in. */
    void progress(long events) {
        print(event("system").put("subtype", "progress").put("events", events));
    }

    void answered(Message message, JsonNode answer) {
        ObjectNode result = result(false).put("terminal_reason", "completed").put("result", "");
        result.set("structured_output", answer);
        result.set("usage", usage(message.usage()));
        print(result);
    }

    /** The model answered, but not with what was asked for; what it cost is told. */
    void unusable(Message message, String why) {
        ObjectNode result =
                result(true).put("terminal_reason", "unusable_answer").put("result", why);
        result.set("usage", usage(message.usage()));
        print(result);
    }

    /** The prompt and the answer do not fit the model's context. */
    void tooLong(String why) {
        print(result(true).put("terminal_reason", "prompt_too_long").put("result", why));
    }

    /**
     * There is no answer.
     *
     * @param status of HTTP, or 0 where there was no response
     */
    void failed(int status, String why) {
        ObjectNode result = result(true).put("terminal_reason", "api_error").put("result", why);
        if (status > 0) {
            result.put("api_error_status", status);
        }
        print(result);
    }

    /** The provider says when it may be asked again. */
    void limited(Instant until) {
        ObjectNode event = event("rate_limit_event");
        event.putObject("rate_limit_info").put("status", "rejected").put("resetsAt", until.getEpochSecond());
        print(event);
    }

    private static ObjectNode result(boolean isError) {
        return event("result").put("subtype", "success").put("is_error", isError);
    }

    private static ObjectNode event(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ObjectNode usage(Usage usage) {
        return JSON.objectNode()
                .put("input_tokens", usage.inputTokens())
                .put(
                        "cache_creation_input_tokens",
                        usage.cacheCreationInputTokens().orElse(0L))
                .put("cache_read_input_tokens", usage.cacheReadInputTokens().orElse(0L))
                .put("output_tokens", usage.outputTokens());
    }

    private void print(ObjectNode event) {
        out.println(event);
        out.flush();
    }
}
