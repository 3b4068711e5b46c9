package dev.lindy.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays the model for the real Claude Code CLI: the first rule whose key is in the last user text gives the
 * steps. A step is chosen by how often the model has answered since that text; errors count by themselves,
 * so a list may begin with them. Start the CLI with {@link #environment}.
 */
public final class ScriptedModel implements AutoCloseable {

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Conversation> log = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final LoopbackServer server = new LoopbackServer(this::handle);

    private record Rule(String key, List<Step> steps, AtomicInteger errors) {}

    private ScriptedModel() {}

    /** Starts on a free port of loopback. */
    public static ScriptedModel start() {
        return new ScriptedModel();
    }

    /** Answers user texts that contain the key, unless an earlier rule does. */
    public ScriptedModel when(String key, Step... steps) {
        rules.add(new Rule(key, List.of(steps), new AtomicInteger()));
        return this;
    }

    /** Every request for a message so far. */
    public List<Conversation> log() {
        return List.copyOf(log);
    }

    /** All that the CLI needs besides PATH and HOME; its files stay below the folder. */
    public Map<String, String> environment(Path configDir) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("CLAUDE_CONFIG_DIR", configDir.toString());
        environment.put("ANTHROPIC_BASE_URL", server.address());
        environment.put("ANTHROPIC_API_KEY", "fake");
        environment.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
        environment.put("DISABLE_TELEMETRY", "1");
        environment.put("DISABLE_AUTOUPDATER", "1");
        environment.put("IS_SANDBOX", "1");
        return environment;
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/count_tokens")) {
                send(exchange, 200, JsonNodeFactory.instance.objectNode().put("input_tokens", 100));
            } else if (path.endsWith("/v1/messages")
                    && exchange.getRequestMethod().equals("POST")) {
                message(exchange, Conversation.of(mapper.readTree(body)));
            } else {
                send(exchange, 200, JsonNodeFactory.instance.objectNode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void message(HttpExchange exchange, Conversation conversation) throws IOException, InterruptedException {
        log.add(conversation);
        answer(exchange, conversation, step(conversation));
    }

    private Step step(Conversation conversation) {
        for (Rule rule : rules) {
            if (conversation.lastUserText().contains(rule.key())) {
                int index = conversation.answersSince() + rule.errors().get();
                Step step = index < rule.steps().size() ? rule.steps().get(index) : Step.say("That was all.");
                if (step instanceof Step.HttpError) {
                    rule.errors().incrementAndGet();
                }
                return step;
            }
        }
        return Step.say("No rule matches.");
    }

    private void answer(HttpExchange exchange, Conversation conversation, Step step)
            throws IOException, InterruptedException {
        String id = "scripted" + answers.incrementAndGet();
        if (step instanceof Step.Delay delay) {
            TimeUnit.MILLISECONDS.sleep(delay.time().toMillis());
            answer(exchange, conversation, delay.then());
        } else if (step instanceof Step.HttpError error) {
            ObjectNode detail = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", error.type())
                    .put("message", error.message());
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "error");
            body.set("error", detail);
            if (error.retryAfter() > 0) {
                exchange.getResponseHeaders().set("retry-after", Integer.toString(error.retryAfter()));
            }
            send(exchange, error.status(), body);
        } else if (step instanceof Step.Say say) {
            stream(exchange, SseAnswer.text(id, conversation.model(), say.text()));
        } else if (step instanceof Step.CutTool tool) {
            stream(exchange, SseAnswer.tool(id, conversation.model(), tool.name(), tool.input(), "max_tokens"));
        } else if (step instanceof Step.UseTool tool) {
            stream(exchange, SseAnswer.tool(id, conversation.model(), tool.name(), placed(tool, conversation)));
        }
    }

    // the CLI wants absolute paths; scripts do not know the worktree
    private static JsonNode placed(Step.UseTool tool, Conversation conversation) {
        String path = tool.input().path("file_path").asText();
        return path.isEmpty() || path.startsWith("/")
                ? tool.input()
                : ((ObjectNode) tool.input().deepCopy()).put("file_path", conversation.folder() + "/" + path);
    }

    private static void stream(HttpExchange exchange, String events) throws IOException {
        LoopbackServer.send(exchange, 200, "text/event-stream", events);
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        LoopbackServer.send(exchange, status, "application/json", body.toString());
    }
}
