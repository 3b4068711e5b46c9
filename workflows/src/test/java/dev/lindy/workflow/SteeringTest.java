package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.LINT;
import static dev.lindy.workflow.Fixture.ended;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.id;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activity.Dispatch;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.activity.MergeResult;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Updates while tasks are at work. */
class SteeringTest {

    @RegisterExtension
    final Engine engine = new Engine();

    private final CountDownLatch work = new CountDownLatch(1);

    @Test
    void startsNothingWhilePausedAndGoesOnAfterwards() {
        engine.plan(task(1), task(2));
        engine.world.agent(1, World.until(work, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("start 1");

        goal.pause("lunch");
        work.countDown();
        engine.untilRecorded(1, TaskStatus.COMPLETED);

        assertThat(engine.world.dispatches(2)).isEmpty();
        assertThat(goal.header().status()).isEqualTo(RunStatus.PAUSED);
        assertThat(goal.header().attention().message()).isEqualTo("paused by the user: lunch");
        goal.resume();
        assertThat(engine.result(goal).completed()).isEqualTo(2);
    }

    @Test
    void holdsTheNextAttemptOfATaskAtWorkWhilePaused() {
        engine.plan(gates(task(1), LINT));
        engine.world.agent(1, World.until(work, Fixture::worked));
        engine.world.gate(1, LINT, Place.ATTEMPT, Verdict.REJECTED, "no");
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("start 1");

        goal.pause("");
        work.countDown();
        engine.untilIdle(1, 2);
        assertThat(engine.world.dispatches(1)).hasSize(1);
        goal.resume();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.dispatches(1)).extracting(Dispatch::attempt).containsExactly(1, 2);
    }

    @Test
    void tracesAnUpdateThatIsRight() {
        engine.plan(task(1));
        engine.world.agent(1, World.until(work, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("start 1");

        goal.pause("");

        assertThat(engine.history(Fixture.RUN.workflowId()).getEvents())
                .extracting(event -> event.getEventType().name())
                .anyMatch(type -> type.contains("EXECUTION_UPDATE"));
        goal.resume();
        work.countDown();
        engine.result(goal);
    }

    @Test
    void endsARunningTaskThatIsSkippedAndKeepsItsCost() {
        engine.plan(gates(task(1), LINT), task(2, 1), task(3));
        engine.world.gate(1, LINT, Place.ATTEMPT, Verdict.REJECTED, "no");
        engine.world.agent(1, Fixture::worked);
        engine.world.agent(1, World.until(work, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(2)));
        engine.until(goal, header -> assertThat(engine.world.dispatches(1)).hasSize(2));

        goal.skip(id(1));

        RunResult result = engine.missed(goal);
        assertThat(result).isEqualTo(new RunResult(RunStatus.FAILED, 3, 1, 0, 2, 1.0, "report.md", null));
        assertThat(engine.world.recorded(1).reason()).isEqualTo("skipped by the user");
        assertThat(engine.world.recorded(1).attempts()).hasSize(2);
        assertThat(engine.world.recorded(1).attempts().get(1).outcome()).isInstanceOf(Outcome.Canceled.class);
        assertThat(engine.status(Engine.child(1)))
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    @Test
    void keepsATaskThatWasMergedBeforeItsSkipTookEffect() {
        engine.plan(task(1), task(2, 1));
        engine.world.merge(1, asked -> {
            World.awaitDeaf(work);
            return new MergeResult.Merged("merge-1");
        });
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("merge 1");

        goal.skip(id(1));
        engine.untilActivityIsToCancel(1);
        work.countDown();

        assertThat(engine.result(goal).completed()).isEqualTo(2);
        assertThat(engine.world.recorded(1).mergeCommit()).isEqualTo("merge-1");
    }

    @Test
    void leavesOutATaskThatWasNotStarted() {
        engine.plan(task(1), task(2, 1), task(3, 2));
        engine.world.agent(1, World.until(work, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("start 1");

        goal.skip(id(2));
        work.countDown();

        assertThat(engine.missed(goal).skipped()).isEqualTo(2);
        assertThat(engine.world.recorded(3).reason()).isEqualTo("waits for task-2, which did not complete");
    }

    @Test
    void retriesAFailedTaskWithAFreshSetOfAttemptsWhileOthersRun() {
        engine.plan(task(1), task(2, 1), task(3));
        for (int attempt = 1; attempt <= 3; attempt++) {
            engine.world.agent(1, asked -> ended(asked, new Outcome.AgentFailed("exit status 1")));
        }
        engine.world.agent(3, World.until(work, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(2)));
        engine.untilRecorded(2, TaskStatus.SKIPPED);

        goal.retry(id(1));
        engine.untilRecorded(2, TaskStatus.COMPLETED);
        work.countDown();

        assertThat(engine.result(goal).completed()).isEqualTo(3);
        assertThat(engine.world.dispatches(1)).extracting(Dispatch::attempt).containsExactly(1, 2, 3, 4);
        assertThat(engine.world.recorded(1).attempts()).hasSize(4);
    }

    @Test
    void retriesASkippedTaskAtOnce() {
        engine.plan(task(1), task(2));
        engine.world.agent(1, World.until(work, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("start 1");

        goal.skip(id(2));
        goal.retry(id(2));
        work.countDown();

        assertThat(engine.result(goal).completed()).isEqualTo(2);
    }

    @Test
    void refusesWhatMakesNoSenseAndLeavesNoTrace() {
        engine.plan(task(1), task(2, 1));
        engine.world.agent(1, World.until(work, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("start 1");

        assertRefused(() -> goal.resume(), "the run is not paused");
        assertRefused(() -> goal.approve(), "the run does not wait for an approval");
        assertRefused(() -> goal.retry(id(1)), "task-1 is working; only a failed or skipped task can be retried");
        assertRefused(() -> goal.retry(id(9)), "the plan has no task-9");
        assertRefused(() -> goal.skip(id(9)), "the plan has no task-9");

        assertThat(engine.history(Fixture.RUN.workflowId()).getEvents())
                .extracting(event -> event.getEventType().name())
                .noneMatch(type -> type.contains("EXECUTION_UPDATE"));
        work.countDown();
        engine.result(goal);
    }

    @Test
    void refusesToPauseTwice() {
        engine.plan(task(1));
        engine.world.agent(1, World.until(work, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("start 1");

        goal.pause("");

        assertRefused(() -> goal.pause(""), "the run is paused already");
        goal.resume();
        work.countDown();
        engine.result(goal);
    }

    private static void assertRefused(ThrowingCallable update, String reason) {
        assertThatThrownBy(update)
                .isInstanceOf(WorkflowUpdateException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getOriginalMessage()).isEqualTo(reason));
    }
}
