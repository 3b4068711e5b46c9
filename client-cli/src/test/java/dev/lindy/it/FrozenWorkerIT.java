package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** STOP for the Worker, for longer than every time-out, and CONT. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrozenWorkerIT {

    /** Instead of three minutes; every other time-out of Temporal on the way is shorter. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** Time-outs of the Activities that pass before the Worker goes on. */
    private static final int TIME_OUTS = 2;

    private final LindyHome home = LindyHome.create();
    private final TemporalCli temporal = new TemporalCli(home);
    private GitProject project = GitProject.create(home);
    private Starts starts = new Starts(home);
    private final List<LindyProcess> started = new ArrayList<>();

    @BeforeEach
    void freshProject() {
        project = GitProject.create(home);
        starts = new Starts(home);
    }

    @AfterEach
    void wake() {
        Pids.signal("CONT", home.workerPid());
        starts.release(1, 2, 3);
        started.forEach(process -> Pids.signal("TERM", process.pid()));
        started.forEach(process -> process.await(LindyHome.LONG));
        started.clear();
    }

    @AfterAll
    void close() {
        home.close();
    }

    @Test
    void aWorkerThatWakesAfterEveryTimeOutGoesOnWithItsAgents() {
        String run = twoAgents();
        List<Long> agents = starts.pids(1, 2);
        long worker = home.workerPid();

        sleepPastEveryTimeOut(run, worker);
        starts.release(1);
        await().atMost(Duration.ofSeconds(30)).until(() -> starts.ends(1).size() == 1);
        assertThat(Pids.lives(agents.get(1))).isTrue();
        Pids.signal("CONT", worker);
        Instant awake = Instant.now();
        starts.await(3);
        Measured.tell("next agent after a Worker woke up", Duration.between(awake, starts.time(3)));
        starts.release(2, 3);

        completesOnce(run);
        assertThat(home.workerPid()).isEqualTo(worker);
    }

    @Test
    void aSecondWorkerAndOneThatWakesShareTheWork() {
        String run = twoAgents();
        long first = home.workerPid();

        sleepPastEveryTimeOut(run, first);
        int before = temporal.deliveries(home.workflowOf(run) + ".task-1");
        LindyProcess second = home.start(home.root(), "worker");
        started.add(second);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> temporal.deliveries(home.workflowOf(run) + ".task-1") > before + 1);
        starts.release(1);
        await().atMost(Duration.ofSeconds(30)).until(() -> starts.ends(1).size() == 1);
        Pids.signal("CONT", first);
        starts.await(3);
        starts.release(2, 3);

        completesOnce(run);
        assertThat(second.isAlive()).isTrue();
        assertThat(Pids.lives(first)).isTrue();
        assertThat(home.run("up").exit()).isZero();
    }

    @Test
    void upReplacesAWorkerThatDoesNotRespond() {
        String run = twoAgents();
        long frozen = home.workerPid();

        Pids.signal("STOP", frozen);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !home.json("ps").at("/workers/0/responds").asBoolean());
        Instant asked = Instant.now();
        Result up = home.run("up");
        Measured.tell("`up` that replaces a frozen Worker", Duration.between(asked, Instant.now()));

        assertThat(up.exit()).as(up.toString()).isZero();
        assertThat(up.stderr()).contains("the Worker with pid " + frozen + " does not respond");
        assertThat(Pids.lives(frozen)).isFalse();
        starts.release(1, 2, 3);
        completesOnce(run);
    }

    private void sleepPastEveryTimeOut(String run, long worker) {
        List<String> tasks = List.of(home.workflowOf(run) + ".task-1", home.workflowOf(run) + ".task-2");
        tasks.forEach(task -> temporal.heartbeatTimeout(task, HEARTBEAT));
        Pids.signal("STOP", worker);
        await().atMost(Duration.ofSeconds(120))
                .until(() -> tasks.stream().allMatch(task -> temporal.deliveries(task) > TIME_OUTS));
    }

    private void completesOnce(String run) {
        Result watched = home.run(project.root(), "watch", run);
        assertThat(watched.exit()).as(watched.toString()).isZero();
        for (int task = 1; task <= 3; task++) {
            assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(1);
        }
        assertThat(home.tasks(run))
                .allSatisfy(task -> assertThat(task.path("attempts")).hasSize(1));
        assertThat(home.livePrograms()).isEmpty();
    }

    private String twoAgents() {
        String run = home.detached(
                project.root(),
                "-p",
                project.plan(
                        starts.task(1, "api"),
                        starts.task(2, "web"),
                        starts.task(3, "api").after(1)));
        starts.await(1, 2);
        return run;
    }
}
