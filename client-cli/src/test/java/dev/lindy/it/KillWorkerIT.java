package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** kill -9 for the Worker; {@code lindy up}. */
class KillWorkerIT {

    private LindyHome home;
    private GitProject project;
    private Starts starts;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
        project = GitProject.create(home);
        starts = new Starts(home);
    }

    @AfterEach
    void tearDown() {
        home.close();
    }

    @Test
    void doesNothingTwiceWhenTheWorkerIsKilledUnderAgents() {
        String plan = project.plan(
                agent(1, "api"),
                agent(2, "web"),
                PlanTask.of(3, "api", starts.directive(3), "@write api/3.txt 3", "@commit three")
                        .after(1, 2));
        String run = home.detached(project.root(), "-p", plan);
        LindyProcess watch = home.start(project.root(), "watch", run);
        starts.await(1, 2);

        Pids.kill(home.workerPid());
        starts.release(1);
        assertThat(home.run("up").exit()).isZero();
        starts.release(2);

        assertThat(watch.await(LindyHome.LONG).exit()).isZero();
        assertThat(home.statusOf(run)).isEqualTo("completed");
        for (int task = 1; task <= 3; task++) {
            assertThat(starts.of(task)).as("starts of task-%d", task).hasSize(1);
        }
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
