package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** kill -9 for the managed server, again and again while one run goes on. */
class KillServerIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillServerIT.class);
    private static final int KILLS = 10;
    private static final int OTHERS = 9;

    /** From the server being back to the next agent. */
    private static final Duration HEARS = Duration.ofSeconds(30);

    private final LindyHome home = LindyHome.create();
    private final GitProject project = GitProject.create(home);
    private final Starts starts = new Starts(home);
    private final long seed = Long.getLong("lindy.it.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void aServerKilledTenTimesComesBackAndTheRunHasTheSameResult() {
        LOG.info("moments of the kills: -Dlindy.it.seed={}", seed);
        Instant begun = Instant.now();
        String run = home.detached(project.root(), "-p", project.plan(tasks()));
        starts.await(1);
        List<Duration> deaf = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            long server = home.serverPid();
            starts.release(kill);
            pass(Duration.ofMillis(random.nextInt(2000)));
            Pids.kill(server);
            Instant back = awaitServer(server);
            starts.await(kill + 1);
            deaf.add(Duration.between(back, starts.time(kill + 1)));
        }
        starts.release(KILLS + 1);
        Result result = home.run(project.root(), "watch", run);

        Measured.tell("run of 20 tasks whose server is killed 10 times", Duration.between(begun, Instant.now()));
        Duration longest = deaf.stream().max(Duration::compareTo).orElseThrow();
        Measured.tell("longest time from a server being back to the next agent", longest);
        assertThat(longest).as("seed %d", seed).isLessThan(HEARS);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertResult(run);
    }

    /** A chain of which each task ends only when it is let, and others beside it: 20 tasks. */
    private PlanTask[] tasks() {
        List<PlanTask> tasks = new ArrayList<>();
        for (int id = 1; id <= KILLS + 1; id++) {
            PlanTask task = task(id, starts.hold(id));
            tasks.add(id == 1 ? task : task.after(id - 1));
        }
        for (int id = KILLS + 2; id <= KILLS + 1 + OTHERS; id++) {
            PlanTask task = task(id, "@sleep 1");
            tasks.add(id < KILLS + 4 ? task : task.after(id - 2));
        }
        return tasks.toArray(PlanTask[]::new);
    }

    private PlanTask task(int id, String wait) {
        String module = id % 2 == 0 ? "api" : "web";
        return PlanTask.of(
                id,
                module,
                starts.directive(id),
                wait,
                "@write %s/%d.txt text %d".formatted(module, id, id),
                "@commit Task " + id);
    }

    private static void pass(Duration time) {
        Instant end = Instant.now().plus(time);
        await().atMost(time.plusSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Instant.now().isAfter(end));
    }

    /** When another server than that one took connections. */
    private Instant awaitServer(long killed) {
        await("another server than " + killed)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> home.serverPid() != killed && answers(home.serverAddress()));
        return Instant.now();
    }

    private static boolean answers(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void assertResult(String run) {
        List<Integer> all = IntStream.rangeClosed(1, KILLS + 1 + OTHERS).boxed().toList();
        for (int task : all) {
            assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(1);
        }
        assertThat(home.statusOf(run)).isEqualTo("completed");
        String goal = "refs/lindy/goal/" + run;
        for (int task : all) {
            assertThat(project.file(goal, "%s/%d.txt".formatted(task % 2 == 0 ? "api" : "web", task)))
                    .isEqualTo("text " + task);
        }
        assertThat(project.git("log", "--format=%(trailers:key=Lindy-Task,valueonly,separator=)", goal)
                        .lines())
                .filteredOn(line -> !line.isEmpty())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(task -> "task-" + task).toList());
        assertThat(home.livePrograms()).isEmpty();
    }
}
