package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A task that is accepted without a change leaves no worktree, though no merge removes it. */
class UnchangedTaskIT extends SharedEngine {

    @Test
    void leavesNoWorktreeAlsoWhereAProgramWasInItForAWhile() throws IOException {
        LindyProcess run = home.start(
                project.root(),
                "run",
                "-p",
                project.plan(
                        PlanTask.of(1, "api", starts.directive(1), starts.hold(1)),
                        PlanTask.of(2, "web", starts.directive(2), starts.hold(2))));
        starts.await(1, 2);
        Path worktree = Path.of(starts.of(1).get(0).directory());
        Process visitor =
                new ProcessBuilder("sleep", "600").directory(worktree.toFile()).start();
        try {
            starts.release(1);
            await().atMost(Duration.ofMinutes(1)).until(() -> home.workerLog().contains("kept the worktree of task-1"));
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
}
