package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** kill -9 for the server alone, and for everything at once. */
class KillEverythingIT extends SharedEngine {

    @Test
    void theWorkerBringsAKilledServerBackAndTheRunCompletes() {
        String plan = project.plan(
                agent(1, "api"),
                agent(2, "web"),
                PlanTask.of(3, "api", starts.directive(3), "@write api/3.txt 3", "@commit three")
                        .after(1, 2));
        LindyProcess command = home.start(project.root(), "run", "-p", plan);
        starts.await(1, 2);

        long server = home.serverPid();
        Pids.kill(server);
        Instant dead = Instant.now();
        starts.release(1, 2);
        starts.await(3);
        Measured.tell("next agent after the death of the server", Duration.between(dead, starts.time(3)));

        Result result = command.await(LindyHome.LONG);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(home.serverPid()).isNotEqualTo(server);
        assertThat(home.statusOf(result.stdout().strip())).isEqualTo("completed");
        for (int task = 1; task <= 3; task++) {
            assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(1);
        }
    }

    @Test
    void afterTheDeathOfEverythingResumeRedoesNothing() throws IOException {
        String plan = project.plan(
                PlanTask.of(1, "api", starts.directive(1), "@write api/1.txt 1", "@commit one"),
                interrupted(2, "api").after(1),
                interrupted(3, "web").after(1),
                PlanTask.of(4, "web", starts.directive(4), "@write web/4.txt 4", "@commit four")
                        .after(2, 3));
        LindyProcess command = home.start(project.root(), "run", "-p", plan);
        await().atMost(LindyHome.LONG)
                .until(() -> Files.exists(starts.file("held-2")) && Files.exists(starts.file("held-3")));
        String run = command.stdout().strip();

        home.killEverything();
        assertThat(command.await(Duration.ofSeconds(20)).exit()).isEqualTo(137);
        starts.release(2, 3);
        Instant resumed = Instant.now();
        Result result = home.run(project.root(), "resume", run);
        Measured.tell("`resume` after the death of everything", Duration.between(resumed, Instant.now()));

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(starts.of(1)).hasSize(1);
        assertThat(starts.of(4)).hasSize(1);
        JsonNode shown = home.json("show", run);
        assertThat(shown.path("status").asText()).isEqualTo("completed");
        for (int task : List.of(2, 3)) {
            assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(2);
            assertThat(starts.of(task).stream().map(Starts.Entry::session).distinct())
                    .as("sessions of task-%d", task)
                    .hasSize(1);
            assertThat(Files.readString(starts.file("resumed-" + task)).strip()).isEqualTo("1");
            JsonNode attempts = shown.path("tasks").path(task - 1).path("attempts");
            assertThat(attempts.path(attempts.size() - 1).path("sessionId").asText())
                    .isEqualTo(starts.of(task).get(0).session());
        }
        String branch = shown.path("goalBranch").asText();
        assertThat(project.files(branch))
                .contains("api/1.txt", "api/2a.txt", "api/2b.txt", "web/3a.txt", "web/3b.txt", "web/4.txt");
        assertThat(project.git("log", "--format=%s", branch).lines())
                .contains("first of 2", "second of 2", "first of 3", "second of 3")
                .doesNotHaveDuplicates();
        assertThat(home.livePrograms()).isEmpty();
    }

    private PlanTask interrupted(int id, String module) {
        return PlanTask.of(
                id,
                module,
                starts.directive(id),
                "@resume-count " + starts.file("resumed-" + id),
                "@write %s/%da.txt a".formatted(module, id),
                "@commit first of " + id,
                "@env HOME " + starts.file("held-" + id),
                starts.hold(id),
                "@write %s/%db.txt b".formatted(module, id),
                "@commit second of " + id);
    }

    private PlanTask agent(int id, String module) {
        return PlanTask.of(
                id,
                module,
                starts.directive(id),
                starts.hold(id),
                "@write %s/%d.txt text".formatted(module, id),
                "@commit Task " + id);
    }
}
