package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code down}, {@code cancel} and {@code terminate} with agents at work. */
class EndingIT extends SharedEngine {

    @Test
    void downRefusesWhileAgentsWorkAndSaysWhichOnes() {
        String run = twoAgents();

        Result refused = home.run("down");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.stderr())
                .contains(
                        "agents at work: ", "task-1 of run `" + run + "`", "task-2 of run", "--force", "--keep-agents");
        assertThat(home.programPids(run)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(home.workerIsReady()).isTrue();
        starts.release(1, 2);
        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
    }

    @Test
    void downCanLeaveAgentsForTheNextWorkerToAdopt() {
        String run = twoAgents();
        List<Long> agents = starts.pids(1, 2);

        Result down = home.run("down", "--keep-agents");

        assertThat(down.exit()).isZero();
        assertThat(down.stderr()).contains("task-1 of run `" + run + "` goes on", "task-2 of run");
        assertThat(agents).hasSize(2).allMatch(Pids::lives);
        assertThat(home.withCommand("start-dev")).isEmpty();
        assertThat(home.withCommand("WorkerMain")).isEmpty();
        starts.release(1);
        assertThat(home.run("up").exit()).isZero();
        starts.release(2);
        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertThat(starts.of(1)).hasSize(1);
        assertThat(starts.of(2)).hasSize(1);
    }

    @Test
    void forcedDownLeavesNoProcess() {
        twoAgents();

        Instant asked = Instant.now();
        assertThat(home.run("down", "--force").exit()).isZero();

        Measured.tell("`down --force` with agents that ignore TERM", Duration.between(asked, Instant.now()));
        assertThat(home.everything()).isEmpty();
    }

    @Test
    void cancelEndsAgentsThatIgnoreTermAndTheirChildren() {
        String run = twoAgents();
        LindyProcess watch = home.start(project.root(), "watch", run);
        Set<Long> programs = home.programPids(run);
        assertThat(programs).hasSizeGreaterThanOrEqualTo(4);

        Instant asked = Instant.now();
        LindyProcess cancel = home.start(project.root(), "cancel", run);
        Pids.awaitGone(programs);
        Measured.tell("`cancel` until nothing of two agents is left", Duration.between(asked, Instant.now()));

        assertThat(cancel.await(LindyHome.LONG).exit()).isZero();
        assertThat(watch.await(LindyHome.LONG).exit()).isEqualTo(1);
        assertThat(home.statusOf(run)).isEqualTo("canceled");
        assertThat(home.programPids(run)).isEmpty();
        assertThat(home.launcherPids(run)).isEmpty();
    }

    @Test
    void terminationThroughTemporalEndsTheAgents() {
        String run = twoAgents();
        Set<Long> programs = home.programPids(run);
        String workflow = home.workflowOf(run);

        Instant asked = Instant.now();
        new TemporalCli(home).terminate(workflow);
        Pids.awaitGone(programs);
        Measured.tell("termination until nothing of two agents is left", Duration.between(asked, Instant.now()));

        Result watched = home.run(project.root(), "watch", run);
        assertThat(watched.exit()).isEqualTo(1);
        assertThat(watched.stderr())
                .contains("task-1 of run `" + run + "` left 1 change uncommitted, kept in `")
                .contains("task-2 of run `" + run + "` left 1 change uncommitted, kept in `");
        assertThat(home.livePrograms()).isEmpty();
        await("records say so")
                .atMost(Duration.ofSeconds(90))
                .until(() -> home.statusOf(run).equals("canceled"));
        assertThat(home.tasks(run))
                .allSatisfy(task -> assertThat(task.path("status").asText()).isEqualTo("canceled"));
        starts.release(1, 2);
        Result resumed = home.run(project.root(), "resume", run);
        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        assertThat(home.statusOf(run)).isEqualTo("completed");
    }

    private String twoAgents() {
        String run =
                home.detached(project.root(), "-p", project.plan(starts.stubborn(1, "api"), starts.stubborn(2, "web")));
        starts.await(1, 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> home.programPids(run).size() >= 4);
        return run;
    }
}
