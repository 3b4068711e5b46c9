package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A completed task leaves no worktree, merged or without a change. */
class CompletedWorktreeIT extends SharedEngine {

    @ParameterizedTest
    @ValueSource(strings = {"@nothing", "@write api/1.txt 1\n@commit one"})
    void leavesNoWorktreeAlsoWhereAProgramWasInItForAWhile(String work) throws IOException {
        LindyProcess run = home.start(
                project.root(),
                "run",
                "-p",
                project.plan(
                        PlanTask.of(1, "api", starts.directive(1), starts.hold(1), work),
                        PlanTask.of(2, "web", starts.directive(2), starts.hold(2))));
        starts.await(1, 2);
        Path worktree = Path.of(starts.of(1).get(0).directory());
        Process visitor =
                new ProcessBuilder("sleep", "600").directory(worktree.toFile()).start();
        try {
            starts.release(1);
            await().atMost(Duration.ofMinutes(1)).until(() -> isCompleted(1));
            assertThat(worktree).isDirectory();
        } finally {
            visitor.destroyForcibly();
        }
        visitor.onExit().join();
        starts.release(2);

        Result result = run.await(LindyHome.LONG);

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(worktree).doesNotExist();
    }

    private boolean isCompleted(int task) {
        String run = home.json("list").path(0).path("run").asText();
        return home.tasks(run)
                .anyMatch(row -> row.path("id").asInt() == task
                        && row.path("status").asText().equals("completed"));
    }
}
