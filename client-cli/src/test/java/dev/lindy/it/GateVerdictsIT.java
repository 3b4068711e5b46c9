package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of gates that neither simply pass nor simply reject. */
class GateVerdictsIT {

    private LindyHome home;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
    }

    @AfterEach
    void tearDown() {
        home.close();
    }

    private static JsonNode gate(JsonNode shown, int attempt, String name) {
        for (JsonNode gate :
                shown.path("tasks").get(0).path("attempts").get(attempt).path("gates")) {
            if (gate.path("name").asText().equals(name)) {
                return gate;
            }
        }
        throw new AssertionError("no gate " + name + " in " + shown);
    }

    private static String report(GitProject project, String run) throws IOException {
        return Files.readString(
                project.root().resolve(".orchestrator/runs").resolve(run).resolve("report.md"));
    }

    @Test
    void reportsAGateThatPassesTheSameTreeTheSecondTime() throws IOException {
        GitProject project = GitProject.create(home);
        Path once = home.folder("notes").resolve("seen");
        String plan = project.plan(PlanTask.of(1, "api", "@write api/1.txt one", "@commit One")
                .gate("if [ -e '%s' ]; then exit 0; fi; touch '%s'; echo CartTest fails; exit 1"
                        .formatted(once, once)));

        Result result = home.run(project.root(), "run", "-p", plan);

        assertThat(result.exit()).as(result.stderr()).isZero();
        JsonNode shown = home.json("show", result.stdout().strip());
        assertThat(shown.path("tasks").get(0).path("attempts")).hasSize(1);
        JsonNode flaky = gate(shown, 0, "command_check");
        assertThat(flaky.path("verdict").asText()).isEqualTo("flaky");
        assertThat(flaky.path("summary").asText())
                .isEqualTo("rejected, then passed on the same tree; at first: CartTest fails");
        assertThat(report(project, result.stdout().strip()))
                .contains("task 1 (api), gate command\\_check: flaky, rejected, then passed on the same tree")
                .contains("CartTest fails");
    }

    /** W-37. */
    @Test
    void completesATaskThatOnlyAnOptionalGateRejects() throws IOException {
        GitProject project = GitProject.named(
                home,
                "optional",
                "qa_gates:",
                "  custom:",
                "    - name: style",
                "      command: echo long line; exit 1",
                "      required: false");
        String plan = project.plan(PlanTask.of(1, "api", "@write api/1.txt one", "@commit One"));

        Result result = home.run(project.root(), "run", "-p", plan);

        assertThat(result.exit()).as(result.stderr()).isZero();
        JsonNode style = gate(home.json("show", result.stdout().strip()), 0, "style");
        assertThat(style.path("verdict").asText()).isEqualTo("rejected");
        assertThat(style.path("required").asBoolean()).isFalse();
        assertThat(report(project, result.stdout().strip()))
                .contains("task 1 (api), gate style (optional): rejected, long line");
    }

    /** W-43. */
    @Test
    void rejectsAnImportAgainstTheLayersUntilItIsMended() throws IOException {
        GitProject project = GitProject.create(home);
        project.write("ARCHITECTURE.md", "# Architecture\n\n## Layer Structure\n\n- **api/**: models → services\n");
        project.write("api/services/auth.py", "");
        project.git("add", "--all");
        project.commit("Layers");
        String plan = project.plan(PlanTask.of(
                1,
                "api",
                "@attempt 1 @write api/models/user.py from ..services import auth",
                "@attempt 2+ @write api/models/user.py name = 1",
                "@commit User"));

        Result result = home.run(project.root(), "run", "-p", plan);

        assertThat(result.exit()).as(result.stderr()).isZero();
        JsonNode shown = home.json("show", result.stdout().strip());
        assertThat(shown.path("tasks").get(0).path("attempts")).hasSize(2);
        JsonNode layers = gate(shown, 0, "layer_check");
        assertThat(layers.path("verdict").asText()).isEqualTo("rejected");
        assertThat(layers.path("summary").asText())
                .startsWith(
                        "api/models/user.py:1: [layer_check] layer `models` imports `..services` of layer `services`");
        assertThat(gate(shown, 1, "layer_check").path("verdict").asText()).isEqualTo("passed");
        assertThat(Files.readString(project.root()
                        .resolve(".orchestrator/runs")
                        .resolve(result.stdout().strip())
                        .resolve("tasks/1/2/prompt.md")))
                .contains("api/models/user.py:1: [layer_check]");
    }
}
