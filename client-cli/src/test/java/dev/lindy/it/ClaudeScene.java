package dev.lindy.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.activities.agent.model.Conversation;
import dev.lindy.activities.agent.model.ScriptedModel;
import dev.lindy.activities.agent.model.Step;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A user with the real Claude Code CLI, whose model is a script on loopback. Starts of the CLI are counted by a
 * wrapper on the user's PATH.
 */
final class ClaudeScene implements AutoCloseable {

    private static final String CONFIG = """
            project:
              name: shop
            modules:
              - name: api
                path: api
              - name: web
                path: web
            dispatcher:
              provider: claude_cli
            planner:
              provider: claude_cli
            agents:
              sandboxed: true
            qa_gates:
              api:
                - name: greets
                  command: "test ! -e api/greeting.txt || grep again api/greeting.txt || { echo HELLO-EVIDENCE; exit 1; }"
            safety:
              max_parallel: 2
            """;

    private static final String WRAPPER = """
            #!/bin/sh
            case "$*" in
              *--help* | '-p --max-turns 1') ;;
              *) printf '%%s ' "$@" | tr '\\n' ' ' >> '%1$s'; echo >> '%1$s' ;;
            esac
            exec '%2$s' "$@"
            """;

    final ScriptedModel model = ScriptedModel.start();
    final LindyHome home = LindyHome.create();
    final GitProject project;
    private final Path starts = home.root().resolve("claude-starts");
    private final Path config = home.root().resolve("claude config");

    /** Makes a project whose agents and planner are the CLI of this file. */
    ClaudeScene(Path claude) {
        home.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        home.environment().putAll(model.environment(config));
        home.environment().remove("IS_SANDBOX");
        home.environment().put("CLAUDE_CODE_MAX_RETRIES", "1");
        home.environment().merge("PATH", wrapper(claude), (path, bin) -> bin + ":" + path);
        project = GitProject.create(home, CONFIG);
        project.write("CLAUDE.md", "The house rule of this project: say marmalade.\n");
        project.git("add", "--all");
        project.git("-c", "user.name=A User", "-c", "user.email=user@example.invalid", "commit", "-q", "-m", "Rules");
    }

    private String wrapper(Path claude) {
        Path script = home.root().resolve("bin").resolve("claude");
        try {
            Files.createDirectories(script.getParent());
            Files.writeString(script, WRAPPER.formatted(starts, claude));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return script.getParent().toString();
    }

    /** The arguments of every start of the CLI so far, a line each. */
    List<String> started() {
        try {
            return Files.exists(starts) ? Files.readAllLines(starts) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests of conversations in which the user said this. */
    List<Conversation> conversations(String text) {
        return model.log().stream()
                .filter(conversation -> conversation.userTexts().stream().anyMatch(said -> said.contains(text)))
                .toList();
    }

    void awaitRequests(String text, int count) {
        await(count + " requests about " + text)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> conversations(text).size() >= count);
    }

    /**
     * Waits until the CLI has kept the result of a tool in a conversation of its own; it writes that a moment after
     * it has told the model, and one that is killed in between has nothing to continue.
     */
    void awaitKeptToolResult() {
        await("a kept tool result").atMost(Duration.ofSeconds(30)).until(() -> {
            try (Stream<Path> files = Files.find(config.resolve("projects"), 2, (file, is) -> is.isRegularFile())) {
                return files.anyMatch(ClaudeScene::holdsToolResult);
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    private static boolean holdsToolResult(Path conversation) {
        try {
            return Files.readString(conversation).contains("\"tool_result\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether one of the program's processes shows this on its command line. */
    boolean commandLinesShow(String text) {
        return home.everything().stream().anyMatch(pid -> commandLine(pid).contains(text));
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    static Step commit(String message) {
        return Step.bash("git add -A && git commit -q -m '" + message + "'");
    }

    /** A task whose prompt says {@code Work on <module>}. */
    static ObjectNode task(int id, String module, int... dependsOn) {
        ObjectNode task = Payloads.mapper().createObjectNode();
        task.put("id", id).put("module", module).put("description", "Change " + module);
        ObjectNode prompt = task.putObject("prompt").put("objective", "Work on " + module);
        prompt.putArray("verification").add("true");
        ArrayNode before = task.putArray("depends_on");
        for (int other : dependsOn) {
            before.add(other);
        }
        task.put("size", "s").put("changes", "required").putArray("qa_checks");
        return task;
    }

    static ObjectNode plan(ObjectNode... tasks) {
        ObjectNode plan = Payloads.mapper().createObjectNode();
        plan.putArray("tasks").addAll(List.of(tasks));
        return plan;
    }

    /** A plan file with one task, on {@code web}. */
    String planFile() {
        ObjectNode plan = plan(task(1, "web")).put("goal", "Make a page");
        Path file = home.root().resolve("plan.json");
        try {
            Files.writeString(file, plan.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    @Override
    public void close() {
        try (model) {
            home.close();
        }
    }
}
