package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approve, pause, resume, retry and skip: land exactly once, or are refused with a reason. */
class SteeringIT {

    private LindyHome home;
    private GitProject project;
    private Starts starts;
    private Path mended;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
        project = GitProject.create(home);
        starts = new Starts(home);
        mended = home.root().resolve("mended");
    }

    @AfterEach
    void tearDown() {
        home.close();
    }

    @Test
    void landsOnceAlsoWhileTheWorkerIsDown() throws IOException {
        String run = home.detached(project.root(), "--approve-plan", "-p", plan());
        awaitStatus(run, "awaiting_approval");
        refuses("the plan has no task-9", "skip", run, "9");
        refuses("task-1 is pending; only a failed or skipped task can be retried", "retry", run, "1");
        assertThat(starts.count(1)).isZero();

        Pids.kill(home.workerPid());
        accepts("approve", run);
        refuses("the plan is approved already", "approve", run);
        starts.await(1);
        awaitTask(run, 2, "failed");
        refuses("task-1 is working", "retry", run, "1");
        refuses("waits for task-2", "retry", run, "3");
        refuses("task-2 is failed already", "skip", run, "2");
        refuses("`x` is not a task", "retry", run, "x");
        refuses("there is no run `zzzz`", "pause", "zzzz");

        accepts("pause", run);
        refuses("the run is paused already", "pause", run);
        Pids.kill(home.workerPid());
        assertThat(home.run("resume", run, "--detach").exit()).isEqualTo(8);
        awaitStatus(run, "running");

        Files.createFile(mended);
        Pids.kill(home.workerPid());
        accepts("retry", run, "2");
        awaitTask(run, 3, "completed");
        assertThat(attempts(run, 2)).isEqualTo(4);

        Pids.kill(home.workerPid());
        accepts("skip", run, "4");
        refuses("task-4 is skipped already", "skip", run, "4");
        starts.release(1);
        assertThat(home.run("watch", run).exit()).isEqualTo(1);

        assertThat(home.statusOf(run)).isEqualTo("failed");
        assertThat(starts.count(1)).isEqualTo(1);
        for (String command : new String[] {"pause", "approve"}) {
            refuses("the run is not going on", command, run);
        }
        resumesOnlyWhatIsOpen(run);
    }

    /** Four tasks: the first waits, the second is rejected until something outside of the tree is mended. */
    private String plan() {
        return project.plan(
                PlanTask.of(1, "api", starts.directive(1), starts.hold(1), "@write api/1.txt one", "@commit One"),
                PlanTask.of(2, "web", starts.directive(2), "@write web/2.txt two", "@commit Two")
                        .gate("test -e '%s'".formatted(mended)),
                PlanTask.of(3, "web", starts.directive(3), "@write web/3.txt three", "@commit Three")
                        .after(2),
                PlanTask.of(4, "api", starts.directive(4), "@write api/4.txt four", "@commit Four")
                        .after(1));
    }

    private void resumesOnlyWhatIsOpen(String run) {
        Result resumed = home.run(project.root(), "resume", run);

        assertThat(resumed.exit()).as(resumed.stderr()).isZero();
        assertThat(home.statusOf(run)).isEqualTo("completed");
        assertThat(starts.count(1)).isEqualTo(1);
        assertThat(starts.count(2)).isEqualTo(4);
        assertThat(starts.count(3)).isEqualTo(1);
        assertThat(starts.count(4)).isEqualTo(1);
        assertThat(attempts(run, 2)).isEqualTo(4);
        assertThat(home.run("resume", run).exit()).isZero();
    }

    private void accepts(String... command) {
        Result result = home.run(command);
        assertThat(result.exit()).as("%s", result).isZero();
    }

    private void refuses(String reason, String... command) {
        Result result = home.run(command);
        assertThat(result.exit()).as("%s", result).isEqualTo(2);
        assertThat(result.stderr()).contains(reason);
    }

    private int attempts(String run, int task) {
        return task(run, task).path("attempts").size();
    }

    private JsonNode task(String run, int id) {
        return home.tasks(run)
                .filter(task -> task.path("id").asInt() == id)
                .findFirst()
                .orElseThrow();
    }

    private void awaitTask(String run, int id, String status) {
        await("task-" + id + " " + status)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> task(run, id).path("status").asText().equals(status));
    }

    private void awaitStatus(String run, String status) {
        await("run " + status)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> home.statusOf(run).equals(status));
    }
}
