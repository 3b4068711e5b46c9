package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.BASE;
import static dev.lindy.workflow.Fixture.LINT;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.activity.PlanAnswer;
import dev.lindy.activity.PlanRequest;
import dev.lindy.failure.FailureType;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import dev.lindy.run.Verdict;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything before the first attempt. */
class PlanningTest {

    @RegisterExtension
    final Engine engine = new Engine();

    private final CountDownLatch planning = new CountDownLatch(1);

    @Test
    void tellsThePlannerWhatWasWrong() {
        engine.plan(task(1));
        engine.world.planner(asked -> wrong("task 1 depends on task 9"));

        assertThat(engine.run(request(parallel(1))).costUsd()).isEqualTo(0.1 + 0.5 + 0.25);

        assertThat(engine.world.planRequests).extracting(PlanRequest::number).containsExactly(1, 2);
        assertThat(engine.world.planRequests.get(1).problems()).containsExactly("task 1 depends on task 9");
    }

    @Test
    void asksThePlannerNoMoreThanThreeTimes() {
        for (int number = 1; number <= 4; number++) {
            engine.world.planner(asked -> wrong("answer " + asked.number()));
        }
        Stop stop = new Stop(
                "there is no valid plan: the planner was asked 3 times", List.of("answer 3"), true, "planning/3");

        GoalWorkflow goal = engine.start(request(parallel(1)));

        RunResult result = engine.missed(goal);
        assertThat(result.total()).isZero();
        assertThat(result.stop()).isEqualTo(stop);
        assertThat(engine.world.planRequests).hasSize(3);
        assertThat(engine.world.recordedHeader().stop()).isEqualTo(stop);
        assertThat(engine.world.journal).contains("report failed");
    }

    @Test
    void checksAPlanFileOnce() {
        engine.world.planner(asked -> wrong("line 3: no such gate"));

        GoalWorkflow goal = engine.start(Fixture.withPlanFile(parallel(1)));

        assertThat(engine.missed(goal).stop())
                .isEqualTo(new Stop("the plan file is not valid", List.of("line 3: no such gate"), true, ""));
        assertThat(engine.world.planRequests).hasSize(1);
    }

    @Test
    void asksNoFurtherWhenTheBudgetIsSpent() {
        engine.world.planner(asked -> new PlanAnswer(null, List.of(), new Outcome.BudgetExhausted("over $5"), 5));

        GoalWorkflow goal = engine.start(request(parallel(1)));

        assertThat(engine.missed(goal).costUsd()).isEqualTo(5);
        assertThat(engine.world.planRequests).hasSize(1);
    }

    @Test
    void saysWhyItCouldNotStart() {
        engine.world.opening(asked -> {
            throw ApplicationFailure.newNonRetryableFailure("no commit yet", FailureType.REPOSITORY_UNUSABLE.name());
        });

        GoalWorkflow goal = engine.start(request(parallel(1)));

        assertThatThrownBy(() -> engine.result(goal))
                .isInstanceOf(WorkflowFailedException.class)
                .cause()
                .hasMessageContaining("no commit yet");
    }

    @Test
    void saysWhyItCouldNotStartAlsoWhereNothingCanBeRecorded() {
        engine.world.failsToRecord(10);
        engine.world.opening(asked -> {
            throw ApplicationFailure.newNonRetryableFailure("no commit yet", FailureType.REPOSITORY_UNUSABLE.name());
        });

        GoalWorkflow goal = engine.start(request(parallel(1)));

        assertThat(engine.missed(goal).report()).isEmpty();
    }

    @Test
    void refusesAPlanWithACircleInsteadOfTryingForEver() {
        engine.plan(task(1, 2), task(2, 1));

        GoalWorkflow goal = engine.start(request(parallel(1)));

        Stop stop = engine.missed(goal).stop();
        assertThat(stop).isNotNull();
        assertThat(stop.message()).contains("in a circle");
        assertThat(stop.invalid()).isTrue();
    }

    @Test
    void waitsForApprovalBeforeAnySpend() {
        engine.plan(gates(task(1), BASE));
        GoalWorkflow goal = engine.start(request(Fixture.approving()));

        engine.untilStatus(goal, RunStatus.AWAITING_APPROVAL);
        assertThat(engine.world.judged).isEmpty();
        goal.approve();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void staysPausedOverAnApproval() {
        engine.plan(task(1));
        GoalWorkflow goal = engine.start(request(Fixture.approving()));
        engine.untilStatus(goal, RunStatus.AWAITING_APPROVAL);

        goal.pause("");
        goal.approve();
        engine.until(goal, header -> assertThat(header.status()).isEqualTo(RunStatus.PAUSED));
        assertThat(engine.world.dispatches).isEmpty();
        goal.resume();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void canBePausedAndResumedWhileItPlans() {
        engine.plan(task(1));
        engine.world.planner(asked -> {
            World.await(planning);
            return new PlanAnswer(Fixture.PLAN, List.of(), null, 0);
        });
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("plan");

        goal.pause("");
        assertThat(goal.header().status()).isEqualTo(RunStatus.PAUSED);
        planning.countDown();
        engine.until(goal, header -> assertThat(header.plannerCostUsd()).isZero());
        goal.resume();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.dispatches).hasSize(1);
    }

    @Test
    void refusesToSteerTasksBeforeThereIsAPlan() {
        engine.plan(task(1));
        engine.world.planner(asked -> {
            World.await(planning);
            return new PlanAnswer(Fixture.PLAN, List.of(), null, 0);
        });
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("plan");

        assertThatThrownBy(() -> goal.skip(Fixture.id(1))).cause().hasMessageContaining("the run has no plan yet");
        assertThatThrownBy(() -> goal.retry(Fixture.id(1))).cause().hasMessageContaining("the run has no plan yet");
        planning.countDown();
        engine.result(goal);
    }

    @Test
    void announcesGatesThatFailOnTheBaseCommit() {
        engine.plan(gates(task(1), BASE), gates(task(2), BASE, LINT));
        engine.world.gate(1, BASE, Place.BASE, Verdict.REJECTED, "3 tests fail");

        engine.run(request(parallel(1)));

        assertThat(engine.world.recordedHeader().notes())
                .containsExactly("gate build fails for module root on the base commit already: 3 tests fail");
        assertThat(engine.world.judged.stream().filter(judged -> judged.place() == Place.BASE))
                .extracting(JudgeTree::commit)
                .containsExactly("base");
    }

    @Test
    void readsAPlanOfSeveralPages() {
        engine.world.plan(Fixture.wide(201));

        assertThat(engine.run(request(parallel(50))).completed()).isEqualTo(201);
    }

    private static PlanAnswer wrong(String problem) {
        return new PlanAnswer(null, List.of(problem), null, 0.1);
    }
}
