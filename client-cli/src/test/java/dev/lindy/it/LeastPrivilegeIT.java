package dev.lindy.it;

import static dev.lindy.it.ClaudeScene.commit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.activities.agent.model.Step;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the real Claude Code CLI lets each role do (W-30, W-61): the model tries. */
class LeastPrivilegeIT {

    private static final String WEB = "Work on web";
    private static final Step PAGE = Step.write("web/page.txt", "page\n");

    private ClaudeScene scene;
    private Path traces;

    @BeforeEach
    void open() {
        scene = new ClaudeScene(RealClaude.orSkip());
        traces = scene.home.folder("traces");
    }

    @AfterEach
    void close() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void thePlannerCannotWrite() {
        scene.model.when(
                "You plan work on the project",
                Step.write(traces.resolve("written").toString(), "by the planner"),
                Step.bash("touch '" + traces.resolve("bashed") + "'"),
                Step.structured(ClaudeScene.plan(ClaudeScene.task(1, "web"))));
        scene.model.when(WEB, PAGE, commit("page"));

        Result result = scene.home.run(scene.project.root(), "run", "Make a page");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(scene.conversations("You plan work on the project")).hasSize(3);
        assertThat(traces).isEmptyDirectory();
    }

    @Test
    void theReviewerCannotWriteAndTheWorkerCan() throws IOException {
        scene.model.when(
                "You review a change",
                Step.write(traces.resolve("written").toString(), "by the reviewer"),
                Step.bash("touch '" + traces.resolve("bashed") + "'"),
                Step.structured(Payloads.mapper()
                        .readTree("{\"verdict\": \"pass\", \"reason\": \"a page\", \"findings\": []}")));
        scene.model.when(WEB, PAGE, commit("page"));

        Result result = scene.home.run(scene.project.root(), "run", "--json", "--plan", reviewedPlan());

        assertThat(result.exit()).as(result.toString()).isZero();
        String branch = result.json().path("goalBranch").asText();
        assertThat(scene.project.file(branch, "web/page.txt")).isEqualTo("page");
        assertThat(result.json().at("/tasks/0/attempts/0/gates/0/verdict").asText())
                .isEqualTo("passed");
        assertThat(scene.conversations("You review a change")).hasSize(3);
        assertThat(traces).isEmptyDirectory();
    }

    @Test
    void theWorkerHasThePermissionsOfTheConfig() {
        Path config = scene.project.root().resolve("orchestrator.yaml");
        scene.project.write(
                "orchestrator.yaml",
                read(config).replaceFirst("dispatcher:\n", "dispatcher:\n  permission_mode: acceptEdits\n"));
        scene.project.git("add", "--all");
        scene.project.commit("Ask for less");
        scene.model.when(WEB, PAGE);

        Result result = scene.home.run(scene.project.root(), "run", "--plan", scene.planFile());

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(scene.started()).singleElement().asString().contains("--permission-mode acceptEdits ");
    }

    private String reviewedPlan() throws IOException {
        ObjectNode task = ClaudeScene.task(1, "web");
        ObjectNode check = ((ArrayNode) task.path("qa_checks")).addObject().put("gate", "agent_check");
        check.putObject("params").put("description", "is there a page?");
        Path file = scene.home.root().resolve("reviewed.json");
        Files.writeString(
                file, ClaudeScene.plan(task).put("goal", "Make a page").toString());
        return file.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
