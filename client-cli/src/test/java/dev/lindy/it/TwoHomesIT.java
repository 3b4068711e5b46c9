package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two state directories, for instance of two users, with one Temporal server. */
class TwoHomesIT {

    private static final int RUNS = 3;

    private final LindyHome owner = LindyHome.create();
    private final LindyHome guest = LindyHome.create();

    @AfterEach
    void close() {
        guest.close();
        owner.close();
    }

    @Test
    void workersDoTheRunsOfTheirOwnStateDirectory() {
        assertThat(owner.run("up").exit()).isZero();
        guest.environment().remove("LINDY_ENGINE");
        guest.environment().put("TEMPORAL_ADDRESS", owner.serverAddress());
        assertThat(guest.run("up").exit()).isZero();
        GitProject first = GitProject.create(owner);
        GitProject second = GitProject.create(guest);

        for (int run = 0; run < RUNS; run++) {
            List<LindyProcess> both =
                    Stream.of(start(owner, first), start(guest, second)).toList();

            for (LindyProcess one : both) {
                Result result = one.await(LindyHome.LONG);
                assertThat(result.exit()).as(result.toString()).isZero();
            }
        }
    }

    private static LindyProcess start(LindyHome home, GitProject project) {
        String plan = project.plan(
                PlanTask.of(1, "api", "@leave api/one.txt 1"),
                PlanTask.of(2, "web", "@leave web/two.txt 2").after(1));
        return home.start(project.root(), "run", "-p", plan);
    }
}
