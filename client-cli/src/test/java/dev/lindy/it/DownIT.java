package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code down} with programs at work, also where parts of the engine are dead, and {@code up} after it. */
class DownIT extends SharedEngine {

    /** What has been killed before. */
    enum Dead {
        NOTHING,
        WORKER,
        SERVER,
        BOTH
    }

    @ParameterizedTest
    @EnumSource
    void refusesAndThenLeavesAgentsToTheNextWorker(Dead dead) {
        String run = twoAgents();
        List<Long> agents = starts.pids(1, 2);
        kill(dead);

        Result refused = home.run("down");
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.stderr()).contains("2 agents at work: ", "task-1 of run `" + run + "`", "task-2 of run");
        Result down = home.run("down", "--keep-agents");
        assertThat(down.exit()).as(down.toString()).isZero();
        for (int task : List.of(1, 2)) {
            assertThat(down.stderr())
                    .contains("task-%d of run `%s` goes on: pid %d".formatted(task, run, agents.get(task - 1)));
        }
        assertThat(home.withCommand("start-dev")).isEmpty();
        assertThat(home.withCommand("WorkerMain")).isEmpty();
        assertThat(agents).allMatch(Pids::lives);

        starts.release(1);
        assertThat(home.run("up").exit()).isZero();
        starts.release(2);
        completes(run, 1);
    }

    @ParameterizedTest
    @EnumSource
    void endsAgentsAndTheirRunGoesOnInTheirSessions(Dead dead) {
        String run = twoAgents();
        kill(dead);

        Instant asked = Instant.now();
        Result down = home.run("down", "--force");
        Measured.tell("`down --force`, dead before: " + dead, Duration.between(asked, Instant.now()));

        assertThat(down.exit()).as(down.toString()).isZero();
        for (int task : List.of(1, 2)) {
            assertThat(down.stderr())
                    .contains("task-%d of run `%s` was ended".formatted(task, run))
                    .contains("task-%d of run `%s` left 1 change uncommitted".formatted(task, run));
        }
        assertThat(home.everything()).isEmpty();

        starts.release(1, 2);
        assertThat(home.run("up").exit()).isZero();
        completes(run, 2);
    }

    @Test
    void refusesWhileAGateIsAtWork() {
        Path log = starts.file("gate");
        String gate = "if [ -f api/1.txt ]; then echo $$ >>'%s'; until [ -e '%s' ]; do sleep 0.1; done; fi"
                .formatted(log, starts.file("go-9"));
        starts.release(1);
        String run = home.detached(
                project.root(), "-p", project.plan(starts.task(1, "api").gate(gate)));
        await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(log));

        Result refused = home.run("down");

        assertThat(refused.exit()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.stderr()).contains("1 program at work: gate of task-1 of run `" + run + "`");
        starts.release(9);
        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
    }

    @Test
    void isNotHeldUpByAgentsThatAreDead() {
        String run = twoAgents();
        home.killEverything();

        assertThat(home.json("ps").path("agents")).isEmpty();
        Result down = home.run("down");
        assertThat(down.exit()).as(down.toString()).isZero();
        assertThat(down.stderr()).contains("no engine was running");

        starts.release(1, 2);
        assertThat(home.run(project.root(), "resume", run).exit()).isZero();
        completes(run, 2);
    }

    private void kill(Dead dead) {
        List<Long> pids = new ArrayList<>();
        if (dead == Dead.WORKER || dead == Dead.BOTH) {
            pids.add(home.workerPid());
        }
        if (dead == Dead.SERVER || dead == Dead.BOTH) {
            pids.add(home.serverPid());
        }
        Pids.kill(pids);
    }

    private void completes(String run, int startsEach) {
        Result watched = home.run(project.root(), "watch", run);
        assertThat(watched.exit()).as(watched.toString()).isZero();
        assertThat(home.tasks(run))
                .allSatisfy(task -> assertThat(task.path("attempts")).hasSize(1));
        for (int task : List.of(1, 2)) {
            assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(startsEach);
            assertThat(starts.of(task).stream().map(Starts.Entry::session).distinct())
                    .hasSize(1);
        }
        assertThat(home.livePrograms()).isEmpty();
    }

    private String twoAgents() {
        String run = home.detached(project.root(), "-p", project.plan(agent(1, "api"), agent(2, "web")));
        starts.await(1, 2);
        return run;
    }

    private PlanTask agent(int id, String module) {
        PlanTask held = starts.task(id, module);
        return PlanTask.of(id, module, "@leave %s/draft.txt half an idea".formatted(module), held.prompt());
    }
}
