package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderOfTasksTest {

    @RegisterExtension
    final Engine engine = new Engine();

    @Test
    void runsADiamondInTheOrderOfItsDependencies() {
        engine.plan(task(1), task(2, 1), task(3, 1), task(4, 2, 3));

        RunResult result = engine.run(request(parallel(4)));

        assertThat(result).isEqualTo(new RunResult(RunStatus.COMPLETED, 4, 4, 0, 0, 1.5, "report.md", null));
        assertThat(engine.world.journal("start").get(0)).isEqualTo("start 1");
        assertThat(engine.world.journal("start").get(3)).isEqualTo("start 4");
        assertThat(engine.world.journal.indexOf("start 2")).isGreaterThan(engine.world.journal.indexOf("merge 1"));
        assertThat(engine.world.recorded(4).mergeCommit()).isEqualTo("merge-4");
        assertThat(engine.status(Engine.child(4)))
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }

    @Test
    void startsATaskWhenItsOwnDependenciesAreMerged() {
        CountDownLatch slow = new CountDownLatch(1);
        engine.plan(task(1), task(2), task(3, 1));
        engine.world.agent(2, World.until(slow, Fixture::worked));

        GoalWorkflow goal = engine.start(request(parallel(2)));

        engine.untilJournal("merge 3");
        assertThat(engine.world.journal).doesNotContain("end 2");
        slow.countDown();
        assertThat(engine.result(goal).completed()).isEqualTo(3);
    }

    @Test
    void recordsEveryTaskWithoutWaitingForAnother() {
        CountDownLatch slow = new CountDownLatch(1);
        engine.plan(task(1), task(2), task(3));
        engine.world.agent(3, World.until(slow, Fixture::worked));

        GoalWorkflow goal = engine.start(request(parallel(3)));

        engine.untilRecorded(1, TaskStatus.COMPLETED);
        engine.untilRecorded(2, TaskStatus.COMPLETED);
        slow.countDown();
        engine.result(goal);
    }

    @Test
    void neverRunsMoreThanItMay() {
        engine.world.plan(Fixture.wide(12));

        engine.run(request(parallel(3)));

        int working = 0;
        for (String entry : engine.world.journal) {
            working += entry.startsWith("start ") ? 1 : entry.startsWith("end ") ? -1 : 0;
            assertThat(working).isBetween(0, 3);
        }
    }
}
