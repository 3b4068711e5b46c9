package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs on the servers of the compose files, in real containers. */
class ComposeIT {

    private static final Logger LOG = LoggerFactory.getLogger(ComposeIT.class);
    private static final int KILLS = 10;
    private static final int TASKS = 12;

    /** The container engine itself waits longer after each death that follows soon on the last: up to a minute. */
    private static final Duration TEN_KILLS = Duration.ofMinutes(10);

    private final LindyHome home = LindyHome.create();
    private final GitProject project = GitProject.create(home);
    private final Starts starts = new Starts(home);

    private ComposeStack stack;

    @BeforeEach
    void forgetTheManagedEngine() {
        home.environment().remove("LINDY_ENGINE");
    }

    @AfterEach
    void close() {
        try {
            home.close();
        } finally {
            if (stack != null) {
                stack.close();
            }
        }
    }

    @Test
    void aRunSurvivesTenKillsOfTheServerAtRandomMoments() {
        open(ComposeStack.orSkip());
        Random random = seeded();
        PlanTask[] chain = new PlanTask[TASKS];
        for (int id = 1; id <= TASKS; id++) {
            // the last one holds the run open for all of the kills
            PlanTask task = (id == TASKS ? held(id) : quick(id)).gate("sleep 0.2");
            chain[id - 1] = id <= 2 ? task : task.after(id - 2);
        }
        LindyProcess command = home.start(project.root(), "run", "-p", project.plan(chain));
        starts.await(1);
        long worker = home.workerPid();

        for (int kill = 0; kill < KILLS; kill++) {
            stack.awaitAnswer();
            pause(Duration.ofMillis(random.nextInt(3000)));
            stack.killServer();
        }
        stack.awaitAnswer();
        Instant last = Instant.now();
        starts.release(TASKS);
        Result result = command.await(TEN_KILLS);
        Measured.tell("end of the run after ten kills, server back", Duration.between(last, Instant.now()));

        assertThat(result.exit()).as(result.toString()).isZero();
        assertCompleted(result.stdout().strip(), TASKS);
        assertThat(home.run(project.root(), "run", "-p", project.plan(quick(TASKS + 1)))
                        .exit())
                .isZero();
        assertThat(home.workerPid()).as("one Worker did it all").isEqualTo(worker);
    }

    @Test
    void runsOutliveTheContainers() {
        open(ComposeStack.orSkip());
        assertThatRunsOutliveTheContainers();
    }

    @Test
    void runsOutliveTheContainersOfPostgres() {
        open(ComposeStack.onPostgresOrSkip());
        LindyProcess open = home.start(
                project.root(), "run", "-p", project.plan(held(11), quick(12).after(11)));
        starts.await(11);

        stack.kill("postgres");
        stack.killServer();
        starts.release(11);

        Result result = open.await(LindyHome.LONG);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertCompleted(result.stdout().strip(), 12);
        assertThatRunsOutliveTheContainers();
    }

    private void assertThatRunsOutliveTheContainers() {
        String ended = home.detached(project.root(), "-p", project.plan(quick(1)));
        assertThat(home.run(project.root(), "watch", ended).exit()).isZero();
        LindyProcess open = home.start(project.root(), "run", "-p", project.plan(held(2), quick(3).after(2)));
        starts.await(2);

        stack.down();
        starts.release(2);
        await().atMost(Duration.ofSeconds(60)).until(() -> starts.ends(2).size() == 1);
        Instant up = Instant.now();
        stack.up();
        starts.await(3);
        Measured.tell("next agent after `docker compose up`", Duration.between(up, starts.time(3)));

        Result result = open.await(LindyHome.LONG);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertCompleted(result.stdout().strip(), 3);
        assertThat(stack.http().statusOf(home.workflowOf(ended))).isEqualTo("COMPLETED");
        assertThat(home.statusOf(ended)).isEqualTo("completed");
    }

    @Test
    void aRunGoesOnFromItsJournalWhereTheVolumeIsGone() {
        open(ComposeStack.orSkip());
        String run = home.detached(project.root(), "-p", project.plan(quick(1), held(2).after(1)));
        starts.await(2);

        home.killEverything();
        stack.downWithVolume();
        stack.up();
        starts.release(2);
        Result result = home.run(project.root(), "resume", run);

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(home.statusOf(run)).isEqualTo("completed");
        assertThat(starts.of(1)).hasSize(1);
        assertThat(stack.http().statusOf(home.workflowOf(run))).isEqualTo("COMPLETED");
    }

    @Test
    void lindyFindsTheServerOnTheUsualPortWithoutASetting() {
        stack = ComposeStack.onUsualPortsOrSkip();
        stack.up();
        assertThat(home.environment()).doesNotContainKeys("LINDY_ENGINE", "TEMPORAL_ADDRESS");

        String run = home.detached(project.root(), "-p", project.plan(quick(1)));
        assertThat(home.run(project.root(), "watch", run).exit()).isZero();

        JsonNode engine = home.json("ps").path("engine");
        assertThat(engine.path("kind").asText()).isEqualTo("compose");
        assertThat(engine.path("address").asText()).isEqualTo(stack.address());
        assertThat(stack.http().statusOf(home.workflowOf(run))).isEqualTo("COMPLETED");
        assertThat(stack.http().retention()).isEqualTo(Duration.ofDays(90).toSeconds() + "s");
    }

    private void open(ComposeStack made) {
        stack = made;
        stack.up();
        home.environment().put("TEMPORAL_ADDRESS", stack.address());
    }

    private void assertCompleted(String run, int lastTask) {
        assertThat(home.statusOf(run)).isEqualTo("completed");
        assertThat(stack.http().statusOf(home.workflowOf(run))).isEqualTo("COMPLETED");
        String branch = home.json("show", run).path("goalBranch").asText();
        home.tasks(run).map(task -> task.path("id").asInt()).forEach(id -> {
            assertThat(starts.of(id)).as("starts of task-%d", id).hasSize(1);
            assertThat(project.files(branch)).contains("api/%d.txt".formatted(id));
        });
        assertThat(project.git("log", "--merges", "--format=%s", branch).lines())
                .hasSize(Math.toIntExact(home.tasks(run).count()))
                .doesNotHaveDuplicates()
                .anyMatch(subject -> subject.contains("task-" + lastTask));
    }

    private PlanTask quick(int id) {
        return PlanTask.of(
                id,
                "api",
                starts.directive(id),
                "@sleep 0.5",
                "@write api/%d.txt %d".formatted(id, id),
                "@commit " + id);
    }

    private PlanTask held(int id) {
        return PlanTask.of(
                id,
                "api",
                starts.directive(id),
                starts.hold(id),
                "@write api/%d.txt %d".formatted(id, id),
                "@commit " + id);
    }

    private static Random seeded() {
        long seed = Long.getLong("lindy.it.seed", System.nanoTime());
        LOG.info("the moments of the kills are those of -Dlindy.it.seed={}", seed);
        return new Random(seed);
    }

    private static void pause(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
