package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code cancel} where the Worker, or the server as well, is dead, frozen, or cannot be had at all. */
class CancelIT extends SharedEngine {

    /** Nothing that could be a server. */
    private static final Map<String, String> NO_ENGINE = Map.of("LINDY_TEMPORAL_BIN", "/bin/false");

    @Test
    void endsAgentsThatNoWorkerWatches() {
        String run = twoAgents();
        Set<Long> programs = home.programPids(run);
        Pids.kill(home.workerPid());

        Instant asked = Instant.now();
        LindyProcess cancel = home.start(project.root(), "cancel", run);
        Pids.awaitGone(programs);
        Measured.tell("`cancel` without a Worker until nothing is left", Duration.between(asked, Instant.now()));

        Result result = cancel.await(LindyHome.LONG);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertNamesWhatIsKept(result, run);
        assertIsCanceled(run);
    }

    @Test
    void endsAgentsWhereNoEngineCanBeHadAndCancelsTheRunLater() {
        String run = twoAgents();
        Set<Long> programs = home.programPids(run);
        killEngine();

        Instant asked = Instant.now();
        LindyProcess cancel = home.start(project.root(), NO_ENGINE, "cancel", run);
        Pids.awaitGone(programs);
        Measured.tell("`cancel` without any engine until nothing is left", Duration.between(asked, Instant.now()));

        Result result = cancel.await(LindyHome.LONG);
        assertThat(result.exit()).as(result.toString()).isEqualTo(8);
        assertThat(result.stderr())
                .contains("task-1 of run `" + run + "` was ended", "is canceled by the next Worker", "lindy up");
        assertNamesWhatIsKept(result, run);
        assertThat(home.run("up").exit()).isZero();
        assertIsCanceled(run);
    }

    @Test
    void aRunResumedBeforeItsCancelIsCarriedOutGoesOn() {
        String run = twoAgents();
        Set<Long> programs = home.programPids(run);
        killEngine();
        assertThat(home.start(project.root(), NO_ENGINE, "cancel", run)
                        .await(LindyHome.LONG)
                        .exit())
                .isEqualTo(8);
        Pids.awaitGone(programs);
        starts.release(1, 2);

        Result resumed = home.run(project.root(), "resume", run);

        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        assertThat(home.statusOf(run)).isEqualTo("completed");
        assertThat(starts.of(1)).hasSize(2);
        assertThat(starts.of(1).stream().map(Starts.Entry::session).distinct()).hasSize(1);
        assertThat(home.tasks(run))
                .allSatisfy(task -> assertThat(task.path("attempts")).hasSize(1));
    }

    @Test
    void endsAgentsOfAFrozenWorkerAndTheRunOnceItWakes() {
        String run = twoAgents();
        Set<Long> programs = home.programPids(run);
        long worker = home.workerPid();
        Pids.signal("STOP", worker);

        Instant asked = Instant.now();
        LindyProcess cancel = home.start(project.root(), "cancel", run);
        Pids.awaitGone(programs);
        Measured.tell("`cancel` with a frozen Worker until nothing is left", Duration.between(asked, Instant.now()));
        Pids.signal("CONT", worker);

        Result result = cancel.await(LindyHome.LONG);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertIsCanceled(run);
    }

    private void killEngine() {
        Pids.kill(List.of(home.workerPid(), home.serverPid()));
    }

    private void assertIsCanceled(String run) {
        assertThat(home.run(project.root(), "watch", run).exit()).isEqualTo(1);
        assertThat(home.statusOf(run)).isEqualTo("canceled");
        assertThat(starts.of(1)).hasSize(1);
        assertThat(starts.of(2)).hasSize(1);
        assertThat(home.programPids(run)).isEmpty();
        await("the wish is forgotten")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Files.exists(home.state().resolve("cancels/managed/" + run + ".json")));
    }

    private void assertNamesWhatIsKept(Result result, String run) {
        for (int task : List.of(1, 2)) {
            Path worktree = home.state().resolve("worktrees").resolve(run).resolve("task-" + task);
            assertThat(result.stderr())
                    .contains("task-%d of run `%s` left 1 change uncommitted".formatted(task, run))
                    .contains(worktree.toString());
            assertThat(worktree.resolve(task == 1 ? "api" : "web").resolve("draft.txt"))
                    .hasContent("half an idea");
        }
    }

    private String twoAgents() {
        String run =
                home.detached(project.root(), "-p", project.plan(starts.stubborn(1, "api"), starts.stubborn(2, "web")));
        starts.await(1, 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> home.programPids(run).size() >= 4);
        return run;
    }
}
