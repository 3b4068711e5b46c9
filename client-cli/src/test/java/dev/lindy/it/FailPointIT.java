package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.failpoint.Trap;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * kill -9 for the Worker at instants that luck does not reach, then {@code lindy up}; one run per part of the work,
 * which dies at each of that part's fail points.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailPointIT {

    private static final int PLANNER = 7;
    private static final List<Integer> TASKS = List.of(1, 2, 3);

    private final LindyHome home = LindyHome.create();
    private final Traps traps = new Traps(home);

    @AfterAll
    void close() {
        home.close();
    }

    @Test
    void completesWhateverDiesWhilePlanning() {
        survives(
                "GOAL_CLAIMED",
                "PROGRAM_RECORDED.planner",
                "LAUNCH_MARKED.planner",
                "LAUNCHED.planner",
                "PROGRAM_ENDED.planner",
                "RESULT_READ.planner",
                "RESULT_TOLD.planner");
    }

    @Test
    void completesWhateverDiesWhileAnAgentIsStarted() {
        survives(
                "ATTEMPT_DECIDED",
                "BRANCH_CLAIMED",
                "WORKTREE_ADDED",
                "PROGRAM_RECORDED.agent",
                "LAUNCH_MARKED.agent",
                "LAUNCHED.agent");
    }

    @Test
    void completesWhateverDiesWhenAnAgentHasEnded() {
        survives("PROGRAM_ENDED.agent", "CANDIDATE_COLLECTED", "RESULT_READ.agent", "RESULT_TOLD.agent");
    }

    @Test
    void completesWhateverDiesWhileGating() {
        // the first gate judges the base
        survives(
                "RESULT_READ.gate",
                "PROGRAM_RECORDED.gate",
                "LAUNCH_MARKED.gate",
                "LAUNCHED.gate",
                "PROGRAM_ENDED.gate",
                "RESULT_TOLD.gate");
    }

    @Test
    void completesWhateverDiesWhileIntegrating() {
        // the tip has moved for the second merge, so a gate judges it before it is published
        survives(
                "MERGE_COMMITTED",
                "MERGE_JOURNALED",
                "GOAL_MOVED",
                "MERGE_DONE",
                "MERGE_COMMITTED",
                "RESULT_READ.gate",
                "MERGE_JOURNALED",
                "GOAL_MOVED",
                "MERGE_DONE");
    }

    @Test
    void completesWhateverDiesWhileItIsWrittenDown() {
        survives(
                "RECORD_SHOWN.running",
                "RECORD_DONE.running",
                "RECORD_SHOWN.completed",
                "RECORD_DONE.completed",
                "REPORT_BEGUN",
                "REPORT_WRITTEN",
                "REPORT_JOURNALED",
                "REPORT_DONE");
    }

    @Test
    void theDistributionHasNoTraps() throws IOException {
        String service = "META-INF/services/" + Trap.class.getName();
        try (Stream<Path> files = Files.walk(LindyHome.distribution().resolve("lib"))) {
            for (Path jar : files.filter(Files::isRegularFile).toList()) {
                try (JarFile open = new JarFile(jar.toFile())) {
                    assertThat(open.getEntry(service)).as(jar.toString()).isNull();
                }
            }
        }
    }

    private void survives(String... points) {
        Starts starts = new Starts(home);
        GitProject project = GitProject.named(home, "shop", gates(starts));
        Map<String, String> before = Checkout.of(project);
        Instant begun = Instant.now();

        String run = traps.dyingAt(List.of(points), () -> home.detached(project.root(), "-f", goal(project, starts)));
        Result watched = home.run(project.root(), "watch", run);

        Measured.tell(
                "run that dies at %d fail points (%s, …)".formatted(points.length, points[0]),
                Duration.between(begun, Instant.now()));
        assertThat(watched.exit()).as(watched.toString()).isZero();
        assertThat(starts.of(PLANNER)).as("starts of the planner").hasSize(1);
        TASKS.forEach(task ->
                assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(1));
        assertThat(gateRuns(starts)).isNotEmpty().doesNotHaveDuplicates();
        assertMergedOnce(project, run);
        assertJournalAgrees(project, run);
        assertThat(home.run(project.root(), "logs", "--action", "session_end", "--run", run)
                        .stdout()
                        .lines())
                .as("ends in the action log")
                .hasSize(1);
        assertThat(Checkout.of(project)).isEqualTo(before);
        assertThat(home.livePrograms()).isEmpty();
        assertThat(project.git("worktree", "list").lines()).hasSize(1);
    }

    /** A gate of the project that says which trees it has judged. */
    private static String gates(Starts starts) {
        return """
                qa_gates:
                  api:
                    - name: judged
                      command: "git rev-parse HEAD^{tree} >>'%s'"
                """.formatted(starts.file("gate"));
    }

    private static List<String> gateRuns(Starts starts) {
        try {
            return Files.readAllLines(starts.file("gate"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String goal(GitProject project, Starts starts) {
        String tasks = TASKS.stream()
                .map(task -> task(
                        task,
                        task == 3 ? List.of(1, 2) : List.of(),
                        starts.directive(task),
                        // the first two start from the same commit, so that the second merge is a real one
                        task == 3 ? "@nothing" : "@wait-for " + starts.file("task-" + (3 - task)),
                        "@write api/%d.txt text".formatted(task),
                        "@commit Task " + task))
                .toList()
                .toString();
        Path file = project.root().resolveSibling(project.root().getFileName() + " goal.md");
        try {
            Files.writeString(file, """
                    Write three files.

                    %s

                    ```plan
                    {"tasks": %s}
                    ```
                    """.formatted(starts.directive(PLANNER), tasks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static JsonNode task(int id, List<Integer> dependsOn, String... directives) {
        return Payloads.mapper()
                .valueToTree(PlanTask.of(id, "api", directives)
                        .after(dependsOn.toArray(Integer[]::new))
                        .json());
    }

    private static void assertMergedOnce(GitProject project, String run) {
        String goal = "refs/lindy/goal/" + run;
        assertThat(project.git("rev-parse", "af/goal-" + run)).isEqualTo(project.git("rev-parse", goal));
        for (String log : List.of(goal, "--all")) {
            assertThat(project.git("log", "--format=%(trailers:key=Lindy-Task,valueonly,separator=)", log)
                            .lines())
                    .as("merges in " + log)
                    .filteredOn(line -> !line.isEmpty())
                    .containsExactlyInAnyOrder("task-1", "task-2", "task-3");
        }
        assertThat(project.git("log", "--format=%s", goal).lines())
                .filteredOn(line -> line.startsWith("Task "))
                .containsExactlyInAnyOrder("Task 1", "Task 2", "Task 3");
        assertThat(project.files(goal)).contains("api/1.txt", "api/2.txt", "api/3.txt");
    }

    private void assertJournalAgrees(GitProject project, String run) {
        String journal = "refs/lindy/runs/" + run;
        JsonNode state = json(project.file(journal, "state.json"));
        assertThat(state.path("status").asText()).isEqualTo("completed");
        assertThat(project.file(journal, "report.md")).contains("completed");
        JsonNode shown = home.json("show", run);
        assertThat(shown.path("status").asText()).isEqualTo("completed");
        IntStream.range(0, TASKS.size()).forEach(index -> {
            JsonNode task = json(project.file(journal, "tasks/0/%d.json".formatted(TASKS.get(index))));
            String merge = shown.path("tasks").path(index).path("mergeCommit").asText();
            assertThat(task.findPath("status").asText()).isEqualTo("completed");
            assertThat(task.findPath("mergeCommit").asText()).isEqualTo(merge);
            assertThat(project.git("branch", "--contains", merge, "--list", "af/goal-" + run))
                    .isNotEmpty();
            assertThat(Stream.of(shown.path("tasks").path(index).path("attempts")))
                    .allMatch(attempts -> attempts.size() == 1);
        });
    }

    private static JsonNode json(String text) {
        try {
            return Payloads.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
