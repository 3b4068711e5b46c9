package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.LINT;
import static dev.lindy.workflow.Fixture.UNIT;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activity.PlanAnswer;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancelTest {

    @RegisterExtension
    final Engine engine = new Engine();

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void cancelsTheTasksAtWorkAndWritesTheReport() {
        engine.plan(task(1), task(2), task(3, 2), task(4));
        engine.world.agent(2, World.until(never, Fixture::worked));
        engine.world.agent(4, World.until(never, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(3)));
        engine.untilRecorded(1, TaskStatus.COMPLETED);
        engine.untilJournal("start 4");

        engine.cancel(goal);

        assertCanceled(goal);
        assertThat(engine.world.journal("report")).containsExactly("report canceled");
        assertThat(engine.world.recordedHeader().status()).isEqualTo(RunStatus.CANCELED);
        assertThat(engine.world.recorded(1).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(engine.world.recorded(2).status()).isEqualTo(TaskStatus.CANCELED);
        assertThat(engine.world.recorded(3).status()).isEqualTo(TaskStatus.CANCELED);
        assertThat(engine.world.recorded(2).attempts()).hasSize(1);
        assertThat(engine.status(Engine.child(2)))
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    @Test
    void waitsForAllGatesOfATaskToEnd() {
        CountDownLatch stubborn = new CountDownLatch(1);
        engine.plan(gates(task(1), LINT, UNIT));
        engine.world.gate(1, LINT, asked -> {
            World.await(never);
            return Fixture.verdict("lint", Verdict.PASSED, "");
        });
        engine.world.gate(1, UNIT, asked -> {
            World.awaitDeaf(stubborn);
            engine.world.journal.add("gate ended");
            return Fixture.verdict("unit", Verdict.PASSED, "");
        });
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("gate 1 command_check-1 ATTEMPT");
        engine.untilJournal("gate 1 lint-1 ATTEMPT");

        engine.cancel(goal);
        engine.untilActivityIsToCancel(1);
        stubborn.countDown();

        assertCanceled(goal);
        assertThat(engine.world.journal.indexOf("gate ended"))
                .isBetween(0, engine.world.journal.indexOf("report canceled"));
    }

    @Test
    void canBeCanceledWhileItPlans() {
        engine.plan(task(1));
        engine.world.planner(asked -> {
            World.await(never);
            return new PlanAnswer(Fixture.PLAN, List.of(), null, 0);
        });
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("plan");

        engine.cancel(goal);

        assertCanceled(goal);
        assertThat(engine.world.journal("report")).containsExactly("report canceled");
    }

    @Test
    void canBeCanceledWhileItIsPaused() {
        engine.plan(task(1));
        engine.world.agent(1, World.until(never, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("start 1");
        goal.pause("");

        engine.cancel(goal);

        assertCanceled(goal);
        assertThat(engine.world.recordedHeader().status()).isEqualTo(RunStatus.CANCELED);
    }

    @Test
    void saysCanceledEverywhereWhereItIsCanceledWhileItReports() {
        CountDownLatch report = new CountDownLatch(1);
        engine.plan(task(1));
        engine.world.reporting(() -> World.awaitDeaf(report));
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("report completed");

        engine.cancel(goal);
        report.countDown();

        assertCanceled(goal);
        assertThat(engine.world.journal("report")).containsExactly("report completed", "report canceled");
        assertThat(engine.world.recordedHeader().status()).isEqualTo(RunStatus.CANCELED);
        assertThat(engine.world.recorded(1).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void endsTheTasksOfATerminatedRun() {
        engine.plan(task(1));
        engine.world.agent(1, World.until(never, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("start 1");

        WorkflowStub.fromTyped(goal).terminate("by hand");
        engine.cancelTask(1);

        Awaitility.await()
                .atMost(Engine.SOON)
                .until(() ->
                        engine.status(Engine.child(1)) == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    private void assertCanceled(GoalWorkflow goal) {
        assertThatThrownBy(() -> engine.result(goal))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(engine.status(Fixture.RUN.workflowId()))
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }
}
