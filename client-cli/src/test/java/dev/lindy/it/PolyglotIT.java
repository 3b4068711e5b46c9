package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.activities.agent.model.ScriptedModel;
import dev.lindy.activities.agent.model.ScriptedShells;
import dev.lindy.activities.agent.model.Step;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A project of Java, Python and TypeScript: three tasks by three agents of three makers, judged by every kind of gate,
 * while one gate is flaky and one test fails on the base as well. The agents, {@code gh} and the compilers are real.
 */
class PolyglotIT {

    private static final String CONFIG = """
            project:
              name: harbor
            modules:
              - name: api
                path: api
                repo: o/r
                agent:
                  provider: codex_cli
                  model: gpt-5.1-codex
              - name: tools
                path: tools
                agent:
                  provider: gemini_cli
                  model: gemini-2.5-pro
              - name: web
                path: web
                agent:
                  provider: opencode_cli
            dispatcher:
              provider: claude_cli
            evaluator:
              provider: claude_cli
              pass_threshold: 80
            agents:
              sandboxed: true
              environment: [OPENAI_API_KEY, GEMINI_API_KEY, GOOGLE_GEMINI_BASE_URL, OPENCODE_DISABLE_MODELS_FETCH]
            qa_gates:
              ci_check:
                poll_interval: 1
              api:
                - name: api-tests
                  command: "cd api && java Tests.java"
              tools:
                - name: tools-tests
                  command: "cd tools && python3 -m unittest -v"
              web:
                - name: types
                  command: "cd web && tsc --noEmit --strict --target es2020 page.ts"
                - name: links
                  command: "test ! -e web/greeting.ts || test -e \\"$HOME/seen\\" || { touch \\"$HOME/seen\\"; echo 'a link timed out'; exit 1; }"
            """;

    private final ScriptedModel claude = ScriptedModel.start();
    private final ScriptedShells others = ScriptedShells.start();
    private final LindyHome home = LindyHome.create();
    private final GitProject project = GitProject.create(home, CONFIG);
    private final FakeGitHub github = FakeGitHub.start(home, project);

    @BeforeEach
    void world() throws IOException {
        RealCli.orSkip(
                "a goal with four makers' agents", "claude", "codex", "gemini", "opencode", "gh", "tsc", "python3");
        home.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        home.environment().putAll(claude.environment(home.root().resolve("claude config")));
        home.environment().put("OPENAI_API_KEY", "fake");
        home.environment().put("GEMINI_API_KEY", "fake");
        home.environment().put("GOOGLE_GEMINI_BASE_URL", others.address());
        home.environment().put("OPENCODE_DISABLE_MODELS_FETCH", "1");
        userFile(".codex/config.toml", """
                model_provider = "scripted"
                [model_providers.scripted]
                name = "scripted"
                base_url = "%s/v1"
                wire_api = "responses"
                env_key = "OPENAI_API_KEY"
                """);
        userFile(".gitconfig", "[user]\nname = A User\nemail = user@example.invalid\n");
        userFile(".gemini/settings.json", "{\"security\": {\"auth\": {\"selectedType\": \"gemini-api-key\"}}}");
        userFile(".config/opencode/opencode.json", """
                {"provider": {"scripted": {"npm": "@ai-sdk/openai-compatible", "name": "scripted",
                  "options": {"baseURL": "%s/v1", "apiKey": "fake"}, "models": {"m": {"name": "m"}}}},
                 "model": "scripted/m", "small_model": "scripted/m", "autoupdate": false, "share": "disabled"}
                """);
        sources();
    }

    private void userFile(String name, String text) throws IOException {
        Path file = Path.of(home.environment().get("HOME")).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.formatted(others.address()));
    }

    private void sources() {
        project.write("ARCHITECTURE.md", """
                # Architecture

                ## Layer Structure

                - **api/**: model → service
                """);
        project.write("api/Tests.java", """
                class Tests {
                    public static void main(String[] args) throws Exception {
                        String text = java.nio.file.Files.readString(java.nio.file.Path.of("Greeting.txt"));
                        if (!text.strip().equals("hello")) {
                            throw new AssertionError("no greeting");
                        }
                        System.out.println("1 test passed");
                    }
                }
                """);
        project.write("api/Greeting.txt", "hello\n");
        project.write("tools/test_tools.py", """
                import unittest

                class Tools(unittest.TestCase):
                    def test_known(self):
                        self.assertEqual(1, 2)
                """);
        project.write("web/page.ts", "export const title: string = 'Harbor';\n");
        project.git("add", "--all");
        project.commit("Sources");
    }

    @AfterEach
    void close() {
        try (claude;
                others;
                github) {
            home.close();
        }
    }

    @Test
    void completesAndTheReportTellsWhatWasFlakyAndWhatFailedBefore() throws IOException {
        others.when(
                "Work on api",
                commits("api/model/Greeting.java", "class Greeting { static final String TEXT = \"hello\"; }"));
        others.when("Work on tools", commits("tools/greeting.py", "TEXT = \"hello\""));
        others.when("Work on web", commits("web/greeting.ts", "export const greeting: string = \"hello\";"));
        claude.when("You score a change", answer("""
                        {"score": 95, "summary": "as asked", "failed_criteria": [], "evidence": []}"""));
        claude.when("You review a change", answer("""
                        {"verdict": "pass", "reason": "it greets", "findings": []}"""));

        Result result = home.run(project.root(), "run", "--plan", plan(), "--json");

        assertThat(result.exit()).as(result.toString()).isZero();
        JsonNode shown = result.json();
        String branch = shown.path("goalBranch").asText();
        assertThat(project.files(branch)).contains("api/model/Greeting.java", "tools/greeting.py", "web/greeting.ts");
        assertThat(agents(shown)).containsExactly("codex_cli", "gemini_cli", "opencode_cli");
        assertThat(verdicts(shown))
                .containsExactly(
                        "ci_check passed",
                        "agent_check passed",
                        "structural_check passed",
                        "layer_check passed",
                        "api-tests passed",
                        "evaluator passed",
                        "structural_check passed",
                        "tools-tests baseline",
                        "evaluator passed",
                        "structural_check passed",
                        "types passed",
                        "links flaky",
                        "evaluator passed");
        assertThat(report(shown.path("run").asText()))
                .contains("task 2, gate tools-tests: fails on the base commit as well: 1 failure, none of them new")
                .contains("task 3 (web), gate links: flaky, rejected, then passed on the same tree");
    }

    private String report(String run) throws IOException {
        return Files.readString(home.state().resolve("runs").resolve(run).resolve("report.md"));
    }

    private static List<String> verdicts(JsonNode shown) {
        List<String> verdicts = new ArrayList<>();
        for (JsonNode task : shown.path("tasks")) {
            task.at("/attempts/0/gates")
                    .forEach(gate -> verdicts.add(gate.path("name").asText() + " "
                            + gate.path("verdict").asText()));
        }
        return verdicts;
    }

    private static Step answer(String json) throws IOException {
        return Step.structured(Payloads.mapper().readTree(json));
    }

    private static List<String> agents(JsonNode shown) {
        return StreamSupport.stream(shown.path("tasks").spliterator(), false)
                .map(task -> task.at("/attempts/0/agent").asText())
                .toList();
    }

    // Gemini CLI runs no command with a substitution in it
    private static String commits(String file, String text) {
        return "mkdir -p %1$s && echo '%3$s' > %2$s && git add -A && git commit -q -m 'Add %2$s'"
                .formatted(file.substring(0, file.lastIndexOf('/')), file, text);
    }

    private String plan() throws IOException {
        ObjectNode plan = JsonNodeFactory.instance.objectNode().put("goal", "Greet everybody");
        ArrayNode tasks = plan.putArray("tasks");
        for (String module : new String[] {"api", "tools", "web"}) {
            ObjectNode task = tasks.addObject()
                    .put("id", tasks.size())
                    .put("module", module)
                    .put("description", "Greet from " + module)
                    .put("prompt", "Work on " + module)
                    .put("changes", "required")
                    .put("acceptance_criteria", "it greets");
            task.putArray("depends_on");
            ArrayNode checks = task.putArray("qa_checks");
            if (module.equals("api")) {
                checks.addObject().put("gate", "ci_check").putObject("params");
                checks.addObject()
                        .put("gate", "agent_check")
                        .putObject("params")
                        .put("description", "Does it greet?");
            }
        }
        Path file = home.root().resolve("plan.json");
        Files.writeString(file, plan.toString());
        return file.toString();
    }
}
