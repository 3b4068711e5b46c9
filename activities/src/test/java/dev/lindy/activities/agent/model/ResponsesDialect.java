package dev.lindy.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The Responses API of OpenAI, as Codex uses it. */
final class ResponsesDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> SHELLS = List.of("exec_command", "shell_command", "shell", "local_shell");

    @Override
    public boolean speaksAt(String path) {
        return path.contains("/responses");
    }

    @Override
    public Turn turn(JsonNode request) {
        String words = "";
        int results = 0;
        for (JsonNode item : request.path("input")) {
            String said = ScriptedShells.words(item.path("content"));
            // what the CLI itself tells the model stands in tags
            if (item.path("role").asText().equals("user") && !said.startsWith("<")) {
                words = said;
                results = 0;
            } else if (item.path("type").asText().endsWith("call_output")) {
                results++;
            }
        }
        String shell = "";
        for (JsonNode tool : request.path("tools")) {
            String name = tool.path("name").asText(tool.path("type").asText());
            shell = SHELLS.contains(name) && shell.isEmpty() ? name : shell;
        }
        return new Turn(words, results, shell);
    }

    @Override
    public String shell(Turn turn, String command) {
        ObjectNode arguments = JSON.objectNode();
        switch (turn.shell()) {
            case "exec_command" -> arguments.put("cmd", command);
            case "shell_command" -> arguments.put("command", command);
            default -> arguments.putArray("command").add("bash").add("-c").add(command);
        }
        return answer(JSON.objectNode()
                .put("type", "function_call")
                .put("id", "f" + turn.results())
                .put("call_id", "call" + turn.results())
                .put("name", turn.shell())
                .put("arguments", arguments.toString()));
    }

    @Override
    public String done() {
        ObjectNode item =
                JSON.objectNode().put("type", "message").put("id", "m1").put("role", "assistant");
        item.putArray("content").addObject().put("type", "output_text").put("text", "done");
        return answer(item);
    }

    private static String answer(ObjectNode item) {
        ObjectNode created = event("response.created");
        created.putObject("response").put("id", "r1");
        ObjectNode done = event("response.output_item.done").put("output_index", 0);
        done.set("item", item);
        ObjectNode completed = event("response.completed");
        ObjectNode usage = completed.putObject("response").put("id", "r1").putObject("usage");
        usage.put("input_tokens", 120).put("output_tokens", 15).put("total_tokens", 135);
        usage.putObject("input_tokens_details").put("cached_tokens", 20);
        usage.putObject("output_tokens_details").put("reasoning_tokens", 5);
        return framed(created) + framed(done) + framed(completed);
    }

    private static ObjectNode event(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static String framed(ObjectNode event) {
        return "event: " + event.path("type").asText() + "\ndata: " + event + "\n\n";
    }
}
