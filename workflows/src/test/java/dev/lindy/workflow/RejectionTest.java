package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.LINT;
import static dev.lindy.workflow.Fixture.STYLE;
import static dev.lindy.workflow.Fixture.UNIT;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.Dispatch;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RejectionTest {

    @RegisterExtension
    final Engine engine = new Engine();

    @Test
    void sendsTheVerdictsToTheSameSession() {
        engine.plan(gates(task(1), LINT, UNIT));
        engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.REJECTED, "PriceTest fails");

        engine.run(request(parallel(1)));

        Dispatch first = engine.world.dispatches(1).get(0);
        Dispatch second = engine.world.dispatches(1).get(1);
        assertThat(first.rework()).isNull();
        assertThat(first.resume()).isFalse();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.resume()).isTrue();
        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.rework().verdicts())
                .containsExactly(new GateVerdict("unit", Verdict.REJECTED, true, "PriceTest fails", "evidence"));
        assertThat(second.rework().outcome().message()).isEqualTo("rejected by gate unit: PriceTest fails");
    }

    @Test
    void keepsEveryAttemptWithItsOutcomeAndVerdicts() {
        engine.plan(gates(task(1), UNIT));
        engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.REJECTED, "no");

        RunResult result = engine.run(request(parallel(1)));

        TaskState state = engine.world.recorded(1);
        assertThat(state.attempts()).hasSize(2);
        assertThat(state.attempts().get(0).outcome()).isInstanceOf(Outcome.RejectedByGate.class);
        assertThat(state.attempts().get(0).gates()).hasSize(1);
        assertThat(state.attempts().get(1).outcome()).isEqualTo(new Outcome.Accepted());
        assertThat(result.costUsd()).isEqualTo(0.5 + 2 * 0.25);
    }

    @Test
    void acceptsWhatOnlyAnOptionalGateRejects() {
        engine.plan(gates(task(1), STYLE));
        engine.world.gate(1, STYLE, Place.ATTEMPT, Verdict.REJECTED, "long line");

        RunResult result = engine.run(request(parallel(1)));

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.dispatches(1)).hasSize(1);
    }

    @Test
    void skipsWhatWaitsForAFailedTaskAndCompletesTheRest() {
        engine.plan(gates(task(1), UNIT), task(2, 1), task(3, 2), task(4), task(5, 4));
        for (int attempt = 1; attempt <= 3; attempt++) {
            engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.REJECTED, "no");
        }

        GoalWorkflow goal = engine.start(request(parallel(2)));

        RunResult result = engine.missed(goal);
        assertThat(result).isEqualTo(new RunResult(RunStatus.FAILED, 5, 2, 1, 2, 0.5 + 5 * 0.25, "report.md", null));
        assertThat(engine.world.dispatches(1)).extracting(Dispatch::attempt).containsExactly(1, 2, 3);
        assertThat(engine.world.recorded(1).reason()).isEqualTo("rejected by gate unit: no");
        assertThat(engine.world.recorded(3).status()).isEqualTo(TaskStatus.SKIPPED);
        assertThat(engine.world.recorded(3).reason()).isEqualTo("waits for task-1, which did not complete");
        assertThat(engine.world.recorded(5).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(engine.world.journal).contains("report failed");
    }

    @Test
    void endsTheWorkflowOfAFailedTaskAsFailed() {
        engine.plan(task(1), task(2));
        for (int attempt = 1; attempt <= 3; attempt++) {
            engine.world.agent(1, asked -> Fixture.ended(asked, new Outcome.AgentFailed("exit status 1")));
        }

        engine.missed(engine.start(request(parallel(2))));

        assertThat(engine.status(Engine.child(1))).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED);
        assertThat(engine.status(Engine.child(2)))
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        assertThat(engine.status(Fixture.RUN.workflowId()))
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED);
    }

    @Test
    void retriesAFailedAgentInAFreshSession() {
        engine.plan(task(1));
        engine.world.agent(1, asked -> Fixture.ended(asked, new Outcome.AgentFailed("exit status 1")));

        engine.run(request(parallel(1)));

        Dispatch second = engine.world.dispatches(1).get(1);
        assertThat(second.resume()).isFalse();
        assertThat(second.session())
                .isNotEqualTo(engine.world.dispatches(1).get(0).session());
        assertThat(second.rework().outcome()).isEqualTo(new Outcome.AgentFailed("exit status 1"));
    }
}
