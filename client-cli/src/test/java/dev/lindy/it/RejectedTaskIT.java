package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task's gate always rejects. */
class RejectedTaskIT {

    private LindyHome home;
    private GitProject project;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
        project = GitProject.create(home);
    }

    @AfterEach
    void tearDown() {
        home.close();
    }

    @Test
    void skipsWhatWaitsForItAndSaysSoEverywhere() throws IOException {
        String plan = project.plan(
                PlanTask.of(1, "api", "@write api/1.txt one", "@commit One"),
                PlanTask.of(2, "web", "@write web/2.txt two", "@commit Two").gate("echo not good enough; exit 1"),
                PlanTask.of(3, "web", "@write web/3.txt three", "@commit Three").after(2),
                PlanTask.of(4, "web", "@write web/4.txt four", "@commit Four").after(3),
                PlanTask.of(5, "api", "@write api/5.txt five", "@commit Five").after(1));

        Result result = home.run(project.root(), "run", "-p", plan);

        assertThat(result.exit()).as(result.stderr()).isEqualTo(1);
        String run = result.stdout().strip();
        JsonNode shown = home.json("show", run);
        assertThat(shown.path("status").asText()).isEqualTo("failed");
        Map<Integer, String> statuses = new TreeMap<>();
        shown.path("tasks")
                .forEach(task -> statuses.put(
                        task.path("id").asInt(), task.path("status").asText()));
        assertThat(statuses).isEqualTo(Map.of(1, "completed", 2, "failed", 3, "skipped", 4, "skipped", 5, "completed"));
        assertThat(shown.path("tasks").get(1).path("attempts"))
                .hasSize(3)
                .allSatisfy(
                        attempt -> assertThat(attempt.path("outcome").asText()).isEqualTo("rejected_by_gate"));
        reportAndSessionAgree(run);
        temporalAgrees(run);
        String goal = shown.path("goalBranch").asText();
        assertThat(project.files(goal)).contains("api/1.txt", "api/5.txt").doesNotContain("web/2.txt", "web/3.txt");
        assertThat(project.file(shown.path("tasks").get(1).path("branch").asText(), "web/2.txt"))
                .isEqualTo("two");
    }

    private void reportAndSessionAgree(String run) throws IOException {
        Path folder = project.root().resolve(".orchestrator");
        assertThat(Files.readString(folder.resolve("runs").resolve(run).resolve("report.md")))
                .contains("# Run " + run + ": failed")
                .contains("2 of 5 tasks completed, 1 failed, 2 skipped")
                .contains("not good enough")
                .contains("task 4 (web) skipped: waits for task-2, which did not complete");
        JsonNode session = Payloads.mapper()
                .readTree(folder.resolve("sessions").resolve(run + ".json").toFile());
        assertThat(session.path("actions_taken").path(0).path("run_status").asText())
                .isEqualTo("failed");
        assertThat(session.path("completed_tasks"))
                .extracting(task -> task.path("id").asInt())
                .containsExactly(1, 5);
    }

    private void temporalAgrees(String run) {
        TemporalHttp temporal = new TemporalHttp(home);
        String goal = "reach-goal-1-" + run;
        assertThat(temporal.statusOf(goal)).isEqualTo("FAILED");
        assertThat(temporal.statusOf(goal + ".task-2")).isEqualTo("FAILED");
        assertThat(temporal.statusOf(goal + ".task-1")).isEqualTo("COMPLETED");
        assertThat(temporal.statusOf(goal + ".task-3")).isEmpty();
        assertThat(temporal.failure(goal)).containsPattern("2 skipped; task-2: rejected by gate .*not good enough");
        assertThat(temporal.details(goal)).contains("Reach goal 1", "`lindy show " + run + "`");
        assertThat(temporal.details(goal + ".task-2")).contains("Task 2 of run `" + run + "`", "`command_check`");
        assertThat(temporal.currentDetails(goal))
                .contains("2 of 5 tasks completed, 1 failed, 2 skipped", "`lindy resume " + run + "`")
                .containsPattern("task-2\\*\\* web: task 2 · failed: rejected by gate .*not good enough\n")
                .contains("task-3** web: task 3 · skipped: waits for task-2, which did not complete");
        assertThat(temporal.currentDetails(goal + ".task-2"))
                .contains("#### Attempt 3 · scripted", "\n\n    not good enough\n", "tasks/2/3/gate-");
    }
}
