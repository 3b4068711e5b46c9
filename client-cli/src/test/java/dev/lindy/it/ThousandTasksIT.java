package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The largest plan that is accepted, and one task more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThousandTasksIT {

    private static final int TASKS = 1_000;

    /** Every fourth task changes something and is merged; the others look and end. */
    private static final int MERGED = TASKS / 4;

    private static final long GIGABYTE = 1L << 30;

    /** Five times what it takes on two cores that do nothing else. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final LindyHome home = LindyHome.create();

    @AfterAll
    void close() {
        home.close();
    }

    @Test
    void completesAThousandTasksAndMergesEveryChange() throws IOException {
        GitProject project = GitProject.create(home);
        String plan = plan(project, TASKS);
        long start = System.nanoTime();

        Result result = home.start(project.root(), "run", "-q", "--max-parallel=8", "-p", plan)
                .await(PATIENCE);

        Measured.tell("a thousand tasks", Duration.ofNanos(System.nanoTime() - start));
        assertThat(result.exit()).as(result.toString()).isZero();
        String run = result.stdout().strip().substring(0, 8);
        assertThat(peakMemory(home.workerPid())).isLessThan(GIGABYTE);
        assertThat(home.tasks(run).map(task -> task.path("status").asText()))
                .hasSize(TASKS)
                .containsOnly("completed");
        assertThat(project.files("af/goal-" + run).stream().filter(file -> file.endsWith(".done")))
                .hasSize(MERGED);
        JsonNode listed = home.json("list").path(0).path("tasks");
        assertThat(listed.path("completed").asInt()).isEqualTo(TASKS);
        assertThat(Path.of(project.git("rev-parse", "--path-format=absolute", "--git-common-dir"), "worktrees"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void refusesOneTaskMoreBeforeAnythingIsStarted() {
        GitProject project = GitProject.create(home);

        Result result = home.run(project.root(), "run", "-p", plan(project, TASKS + 1));

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr()).contains("error: ", "1001", "hint: ");
        assertThat(project.git("for-each-ref", "refs/lindy/")).isEmpty();
    }

    private static String plan(GitProject project, int count) {
        return project.plan(
                IntStream.rangeClosed(1, count).mapToObj(ThousandTasksIT::task).toArray(PlanTask[]::new));
    }

    private static PlanTask task(int id) {
        String module = id % 2 == 0 ? "web" : "api";
        return id % (TASKS / MERGED) == 0
                ? PlanTask.of(id, module, "@leave " + module + "/" + id + ".done " + id)
                        .mustChange()
                : PlanTask.of(id, module, "@nothing");
    }

    /** The largest resident memory of a process so far, in bytes. */
    private static long peakMemory(long pid) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
        long kilobytes = lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
        Measured.tell("largest memory of the Worker at a thousand tasks", kilobytes / 1024, "MiB");
        return kilobytes * 1024;
    }
}
