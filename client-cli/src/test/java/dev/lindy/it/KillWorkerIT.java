package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** kill -9 and TERM for the Worker, then {@code lindy up}. */
class KillWorkerIT extends SharedEngine {

    /** Five times what the design allows, for a machine that does other things as well. */
    private static final Duration GOES_ON = Duration.ofSeconds(15);

    @Test
    void startsNoAgentTwiceAndGoesOnAtOnceWhenTheWorkerIsKilled() {
        String plan = project.plan(
                agent(1, "api"),
                agent(2, "web"),
                PlanTask.of(3, "api", starts.directive(3), "@write api/3.txt 3", "@commit three")
                        .after(1, 2));
        String run = home.detached(project.root(), "-p", plan);
        starts.await(1, 2);

        Pids.kill(home.workerPid());
        starts.release(1, 2);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> starts.ends(1).size() + starts.ends(2).size() == 2);
        assertThat(home.run("up").exit()).isZero();

        starts.await(3);
        Duration goesOn =
                Measured.tell("next agent after a new Worker", Duration.between(home.workerReadyAt(), starts.time(3)));
        assertThat(goesOn).isLessThan(GOES_ON);
        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertEachStartedOnce(run, 3);
    }

    @Test
    void aCommandThatWatchesSurvivesAndBringsTheWorkerBack() {
        String run = home.detached(project.root(), "-p", project.plan(agent(1, "api"), agent(2, "web")));
        LindyProcess watch = home.start(project.root(), "watch", run);
        starts.await(1, 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> watch.stderr().contains("task-1"));

        long killed = home.workerPid();
        Pids.kill(killed);
        Instant dead = Instant.now();
        await().atMost(Duration.ofSeconds(90)).until(() -> home.workerIsReady() && home.workerPid() != killed);
        Measured.tell("Worker brought back by `watch`", Duration.between(dead, home.workerReadyAt()));
        starts.release(1, 2);

        assertThat(watch.await(LindyHome.LONG).exit()).isZero();
        assertEachStartedOnce(run, 2);
    }

    @Test
    void startsNoGateTwiceWhenTheWorkerIsKilled() throws IOException {
        Path log = starts.file("gate");
        String gate = "if [ -f api/1.txt ]; then echo $$ >>'%s'; until [ -e '%s' ]; do sleep 0.1; done; fi"
                .formatted(log, starts.file("go-9"));
        PlanTask task = PlanTask.of(1, "api", starts.directive(1), "@write api/1.txt 1", "@commit one")
                .gate(gate);
        String run = home.detached(project.root(), "-p", project.plan(task));
        await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(log));

        Pids.kill(home.workerPid());
        assertThat(home.run("up").exit()).isZero();
        starts.release(9);

        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertThat(Files.readAllLines(log)).hasSize(1);
        assertEachStartedOnce(run, 1);
    }

    @Test
    void startsNoPlannerTwiceWhenTheWorkerIsKilled() {
        String goal = """
                Write a file.

                %s
                %s

                ```plan
                {"tasks": [{"id": 1, "module": "api", "description": "one", "depends_on": [],
                            "prompt": "@write api/1.txt 1\\n@commit one"}]}
                ```
                """.formatted(starts.directive(7), starts.hold(7));
        String run = home.detached(
                project.root(),
                "-f",
                project.write("../goal-" + starts.hashCode() + ".md", goal).toString());
        starts.await(7);

        Pids.kill(home.workerPid());
        assertThat(home.run("up").exit()).isZero();
        starts.release(7);

        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertThat(starts.of(7)).hasSize(1);
        assertThat(home.statusOf(run)).isEqualTo("completed");
    }

    @Test
    void endsInTenSecondsOnTermAndLeavesItsAgentsToTheNext() {
        String run = home.detached(project.root(), "-p", project.plan(agent(1, "api"), agent(2, "web")));
        starts.await(1, 2);
        List<Long> agents = starts.pids(1, 2);

        long worker = home.workerPid();
        Instant sent = Instant.now();
        Pids.signal("TERM", worker);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !Pids.lives(worker));
        assertThat(Measured.tell("Worker ended by TERM", Duration.between(sent, Instant.now())))
                .isLessThan(Duration.ofSeconds(20));
        assertThat(agents).hasSize(2).allMatch(Pids::lives);
        starts.release(1);
        assertThat(home.run("up").exit()).isZero();
        starts.release(2);

        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertEachStartedOnce(run, 2);
    }

    private void assertEachStartedOnce(String run, int tasks) {
        assertThat(home.statusOf(run)).isEqualTo("completed");
        for (int task = 1; task <= tasks; task++) {
            assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(1);
        }
        assertThat(home.livePrograms()).isEmpty();
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
