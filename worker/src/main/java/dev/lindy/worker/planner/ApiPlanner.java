package dev.lindy.worker.planner;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.ToolChoiceTool;
import com.anthropic.models.messages.ToolUseBlock;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.agent.api.ApiQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Asks once, without repeating: what follows from a failure is decided in the Workflow. The answer is the input of a
 * tool that the model has to use, which every model can; its stop reason decides whether it is whole.
 */
final class ApiPlanner {

    private static final String KEY = "ANTHROPIC_API_KEY";
    private static final String TOKEN = "ANTHROPIC_AUTH_TOKEN";
    private static final String ADDRESS = "ANTHROPIC_BASE_URL";

    /** The launcher ends the program at {@code planner.timeout_seconds}, which comes first. */
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final Map<String, String> environment;
    private final ApiEvents events;

    ApiPlanner(Map<String, String> environment, ApiEvents events) {
        this.environment = Map.copyOf(environment);
        this.events = events;
    }

    void ask(ApiQuestion question) {
        if (value(KEY).isEmpty() && value(TOKEN).isEmpty()) {
            events.failed(UNAUTHORIZED, "neither " + KEY + " nor " + TOKEN + " is set");
            return;
        }
        AnthropicClient client = client();
        try {
            judge(question, stream(client, parameters(question)));
        } catch (AnthropicServiceException refused) {
            refused(question, refused);
        } catch (AnthropicException unreachable) {
            events.failed(0, ApiWords.of(unreachable));
        } finally {
            client.close();
        }
    }

    private AnthropicClient client() {
        AnthropicOkHttpClient.Builder builder =
                AnthropicOkHttpClient.builder().maxRetries(0).timeout(NO_LIMIT);
        value(KEY).ifPresent(builder::apiKey);
        value(TOKEN).ifPresent(builder::authToken);
        value(ADDRESS).ifPresent(builder::baseUrl);
        ApiProxy.of(environment, value(ADDRESS).orElse("https://api.anthropic.com"))
                .ifPresent(builder::proxy);
        return builder.build();
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static MessageCreateParams parameters(ApiQuestion question) {
        return MessageCreateParams.builder()
                .model(question.model())
                .maxTokens(question.maxTokens())
                .addUserMessage(question.prompt())
                .addTool(AnswerTool.of(question.schema()))
                .toolChoice(ToolChoiceTool.builder().name(AnswerTool.NAME).build())
                .build();
    }

    private Message stream(AnthropicClient client, MessageCreateParams parameters) {
        MessageAccumulator message = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> response = client.messages().createStreaming(parameters)) {
            Instant told = Instant.EPOCH;
            long seen = 0;
            for (Iterator<RawMessageStreamEvent> each = response.stream().iterator(); each.hasNext(); ) {
                message.accumulate(each.next());
                seen++;
                if (Duration.between(told, Instant.now()).compareTo(BETWEEN_SIGNS) >= 0) {
                    told = Instant.now();
                    events.progress(seen);
                }
            }
        }
        return message.message();
    }

    private void judge(ApiQuestion question, Message message) {
        StopReason reason = message.stopReason().orElse(null);
        Optional<JsonNode> answer = answer(message);
        if (StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED.equals(reason)) {
            events.tooLong("prompt and answer are longer than the context of " + question.model());
        } else if (StopReason.MAX_TOKENS.equals(reason)) {
            events.unusable(
                    message,
                    "the answer was cut at " + question.maxTokens()
                            + " tokens (`planner.max_tokens`): plan fewer or shorter tasks");
        } else if (StopReason.REFUSAL.equals(reason)) {
            events.unusable(message, "the model refused to plan this goal");
        } else if (!StopReason.TOOL_USE.equals(reason) || answer.isEmpty()) {
            events.unusable(
                    message, "the model gave no plan (stop reason `" + (reason == null ? "none" : reason) + "`)");
        } else {
            events.answered(message, answer.get());
        }
    }

    private static Optional<JsonNode> answer(Message message) {
        return message.content().stream()
                .map(ContentBlock::toolUse)
                .flatMap(Optional::stream)
                .filter(use -> use.name().equals(AnswerTool.NAME))
                .map(ToolUseBlock::_input)
                .map(input -> input.convert(JsonNode.class))
                .filter(input -> input != null && input.isObject())
                .findFirst();
    }

    private void refused(ApiQuestion question, AnthropicServiceException refused) {
        if (refused.statusCode() == TOO_MANY) {
            refused.headers().values("retry-after").stream()
                    .filter(seconds -> seconds.matches("[0-9]{1,7}"))
                    .findFirst()
                    .ifPresent(seconds -> events.limited(Instant.now().plusSeconds(Long.parseLong(seconds))));
        }
        String words = ApiWords.of(refused);
        events.failed(
                refused.statusCode(),
                refused.statusCode() == NOT_FOUND
                        ? "the API does not know the model `" + question.model() + "` (`planner.model`): " + words
                        : words);
    }
}
