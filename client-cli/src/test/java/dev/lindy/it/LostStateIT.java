package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine's database, or all of the state directory, is lost with every process: git knows enough to go on. */
class LostStateIT {

    private final LindyHome home = LindyHome.create();
    private final GitProject project = GitProject.create(home);
    private final Starts starts = new Starts(home);
    private final Map<String, String> before = Checkout.of(project);
    private String run = "";

    @AfterEach
    void close() {
        home.close();
    }

    /** One task is merged, two agents have made a commit and hold, one task waits for them; then everything dies. */
    @BeforeEach
    void killEverythingInTheMiddle() {
        String plan = project.plan(
                PlanTask.of(1, "api", starts.directive(1), "@write api/1.txt 1", "@commit one"),
                interrupted(2, "api").after(1),
                interrupted(3, "web").after(1),
                PlanTask.of(4, "web", starts.directive(4), "@write web/4.txt 4", "@commit four")
                        .after(2, 3));
        run = home.detached(project.root(), "-p", plan);
        await().atMost(LindyHome.LONG)
                .until(() -> Files.exists(starts.file("held-2")) && Files.exists(starts.file("held-3")));
        home.killEverything();
        starts.release(2, 3);
    }

    private PlanTask interrupted(int id, String module) {
        return PlanTask.of(
                id,
                module,
                starts.directive(id),
                "@write %s/%da.txt a".formatted(module, id),
                "@commit first of " + id,
                "@env HOME " + starts.file("held-" + id),
                starts.hold(id),
                "@write %s/%db.txt b".formatted(module, id),
                "@commit second of " + id);
    }

    @Test
    void goesOnFromTheJournalWithoutTheDatabase() throws IOException {
        try (Stream<Path> files = Files.list(home.state().resolve("engine"))) {
            for (Path file : files.filter(LostStateIT::isOfTheServer).toList()) {
                Files.delete(file);
            }
        }

        Instant resumed = Instant.now();
        Result result = home.run(project.root(), "resume", run);
        Measured.tell(
                "`resume` after the death of everything without the database",
                Duration.between(resumed, Instant.now()));

        assertThat(result.exit()).as(result.toString()).isZero();
        for (int task : List.of(2, 3)) {
            assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(2);
            assertThat(starts.of(task).stream().map(Starts.Entry::session).distinct())
                    .as("sessions of task-%d", task)
                    .hasSize(1);
        }
        assertGoalReached();
    }

    private static boolean isOfTheServer(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("temporal.db") || name.equals("engine.json");
    }

    @Test
    void goesOnWithNothingButTheRepository() throws IOException {
        delete(home.state());
        Result elsewhere = home.run("resume", run);
        assertThat(elsewhere.exit()).isEqualTo(2);
        Result unsaid = home.run(project.root(), "resume");
        assertThat(unsaid.exit()).isEqualTo(2);
        assertThat(unsaid.stderr()).contains("lindy resume " + run);

        Instant resumed = Instant.now();
        Result result = home.run(project.root(), "resume", run.substring(0, 5));
        Measured.tell("`resume` from the repository alone", Duration.between(resumed, Instant.now()));

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.stderr()).contains("made again from its journal in git", "lost with them");
        for (int task : List.of(2, 3)) {
            assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(2);
        }
        assertGoalReached();
        assertThat(home.json("list").path(0).path("status").asText()).isEqualTo("completed");
        assertSaysWhereTheWorkIsOnceCompleted();
    }

    private void assertSaysWhereTheWorkIsOnceCompleted() throws IOException {
        assertThat(home.run("down", "--force").exit()).isZero();
        delete(home.state());
        Result again = home.run(project.root(), "resume", run);
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.stderr()).contains("is completed", "af/goal-" + run);
    }

    private void assertGoalReached() {
        assertThat(starts.of(1)).hasSize(1);
        assertThat(starts.of(4)).hasSize(1);
        JsonNode shown = home.json("show", run);
        assertThat(shown.path("status").asText()).isEqualTo("completed");
        for (JsonNode task : shown.path("tasks")) {
            assertThat(task.path("attempts").size()).as(task.toString()).isEqualTo(1);
        }
        String branch = shown.path("goalBranch").asText();
        assertThat(project.files(branch))
                .contains("api/1.txt", "api/2a.txt", "api/2b.txt", "web/3a.txt", "web/3b.txt", "web/4.txt");
        assertThat(project.git("log", "--format=%s", branch).lines())
                .contains("one", "first of 2", "second of 2", "first of 3", "second of 3", "four")
                .doesNotHaveDuplicates();
        assertThat(Checkout.of(project)).isEqualTo(before);
        assertThat(home.livePrograms()).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
