package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that lindy-orchestrator left in a project, in runs of ours. */
class FormerProjectIT extends SharedEngine {

    private static final String SESSION = "9b1f27ac";

    @Test
    void aSessionGoesOnWithWhatIsNotCompleted() throws IOException {
        Path file = session(List.of(
                former("completed", starts.task(1, "api")),
                former("failed", starts.task(2, "web").after(1)),
                former("skipped", starts.task(3, "web").after(1, 2))));
        String before = Files.readString(file);
        starts.release(2, 3);

        Result result = home.run(project.root(), "resume", SESSION);

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.stderr()).contains("session `9b1f27ac` of lindy-orchestrator: 1 of 3 tasks completed");
        assertThat(result.stderr()).contains(": 2 passed, 1 done before in ");
        JsonNode tasks = home.json("show", result.stdout().strip()).path("tasks");
        assertThat(tasks)
                .allSatisfy(task -> assertThat(task.path("status").asText()).isEqualTo("completed"));
        assertThat(List.of(starts.count(1), starts.count(2), starts.count(3))).containsExactly(0, 1, 1);
        assertThat(file).hasContent(before);
    }

    @Test
    void aMessageIsGivenToOneAttemptOnly() throws IOException {
        Result sent = home.run(
                project.root(), "mailbox", "--send-to", "api", "--send-from", "web", "-m", "Expose the expiry date");
        String plan = project.plan(
                PlanTask.of(1, "api", "@append api/1.txt line", "@commit One").gate("test $(wc -l <api/1.txt) -ge 2"),
                PlanTask.of(2, "api", "@write api/2.txt two", "@commit Two").after(1));

        Result result = home.run(project.root(), "run", "-p", plan);

        assertThat(sent.exit()).as(sent.toString()).isZero();
        assertThat(result.exit()).as(result.toString()).isZero();
        List<String> prompts = prompts(result.stdout().strip());
        assertThat(prompts).hasSize(3);
        assertThat(prompts.get(0)).containsOnlyOnce("Expose the expiry date");
        assertThat(prompts.subList(1, 3)).noneMatch(prompt -> prompt.contains("Expose the expiry date"));
        assertThat(home.json("mailbox", "api", "-c", project.root() + "/orchestrator.yaml"))
                .isEmpty();
        assertThat(home.run(project.root(), "mailbox", "api", "--all").stdout()).contains(", read:");
    }

    /** In the order of tasks and attempts. */
    private List<String> prompts(String run) throws IOException {
        try (Stream<Path> files = Files.walk(home.state().resolve("runs").resolve(run))) {
            return files.filter(file -> file.getFileName().toString().matches("prompt.*\\.md"))
                    .sorted()
                    .map(FormerProjectIT::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static Map<String, Object> former(String status, PlanTask task) {
        Map<String, Object> json = new HashMap<>(task.json());
        json.put("status", status);
        return json;
    }

    private Path session(List<Map<String, Object>> tasks) throws IOException {
        Map<String, Object> session = new HashMap<>();
        session.put("session_id", SESSION);
        session.put("started_at", "2026-05-14T09:31:02.114523+00:00");
        session.put("completed_at", null);
        session.put("goal", "Add refresh tokens to login");
        session.put("status", "paused");
        session.put("plan_json", Map.of("goal", "Add refresh tokens to login", "tasks", tasks));
        return project.write(
                ".orchestrator/sessions/" + SESSION + ".json", Payloads.mapper().writeValueAsString(session));
    }
}
