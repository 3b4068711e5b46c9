package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Commands that find no engine. */
class ColdStartIT {

    @Test
    void twoRunsAtOnceShareOneServerAndOneWorker() {
        try (LindyHome home = LindyHome.create()) {
            GitProject shop = GitProject.create(home);
            GitProject office = GitProject.create(home);
            LindyProcess first = home.start(shop.root(), "run", "-p", plan(shop));
            LindyProcess second = home.start(office.root(), "run", "-p", plan(office));

            Result one = first.await(LindyHome.LONG);
            Result two = second.await(LindyHome.LONG);

            assertThat(one.exit()).as(one.toString()).isZero();
            assertThat(two.exit()).as(two.toString()).isZero();
            assertThat(home.withCommand("start-dev")).hasSize(1);
            assertThat(home.withCommand("WorkerMain")).hasSize(1);
            assertThat(home.json("list")).hasSize(2);
        }
    }

    private static String plan(GitProject project) {
        return project.plan(
                PlanTask.of(1, "api", "@write api/1.txt 1", "@commit one"),
                PlanTask.of(2, "web", "@write web/2.txt 2", "@commit two"));
    }
}
