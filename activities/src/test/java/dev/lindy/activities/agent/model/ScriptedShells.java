package dev.lindy.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Plays the models of Codex, Gemini CLI and opencode, each in its own {@link Dialect}: the first rule whose key is in
 * the user's last words gives shell commands, which the CLI really runs one after the other; then all is done.
 */
public final class ScriptedShells implements AutoCloseable {

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final LoopbackServer server = new LoopbackServer(this::handle);

    private record Rule(String key, List<String> commands) {}

    private ScriptedShells() {}

    /** Starts on a free port of loopback. */
    public static ScriptedShells start() {
        return new ScriptedShells();
    }

    /** Runs these commands for user texts that contain the key, unless an earlier rule does. */
    public ScriptedShells when(String key, String... commands) {
        rules.add(new Rule(key, List.of(commands)));
        return this;
    }

    /** The user's last words in each request so far. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Where it listens, without a path. */
    public String address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Dialect dialect = Stream.of(new ResponsesDialect(), new ChatDialect(), new GeminiDialect())
                    .filter(each -> each.speaksAt(path))
                    .findFirst()
                    .orElse(null);
            if (dialect == null || !exchange.getRequestMethod().equals("POST")) {
                LoopbackServer.send(
                        exchange, 200, "application/json", "{\"object\":\"list\",\"data\":[],\"models\":[]}");
                return;
            }
            Dialect.Turn turn = dialect.turn(mapper.readTree(body));
            asked.add(turn.words());
            String command = command(turn);
            String answer = command.isEmpty() ? dialect.done() : dialect.shell(turn, command);
            boolean stream = !path.endsWith(":generateContent");
            LoopbackServer.send(
                    exchange,
                    200,
                    stream ? "text/event-stream" : "application/json",
                    stream ? answer : unframed(answer));
        }
    }

    private String command(Dialect.Turn turn) {
        if (turn.shell().isEmpty()) {
            return "";
        }
        return rules.stream()
                .filter(rule -> turn.words().contains(rule.key()))
                .findFirst()
                .filter(rule -> turn.results() < rule.commands().size())
                .map(rule -> rule.commands().get(turn.results()))
                .orElse("");
    }

    private static String unframed(String events) {
        return events.replaceFirst("^data: ", "").strip();
    }

    /** All texts of a content that is a text or a list of parts. */
    static String words(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        List<String> texts = new ArrayList<>();
        content.forEach(part -> texts.add(part.path("text").asText("")));
        return String.join("\n", texts);
    }
}
