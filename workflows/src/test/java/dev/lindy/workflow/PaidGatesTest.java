package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.UNIT;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.Dispatch;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.activity.PlannedGate;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Gates that an agent answers: asked last, counted, and never at the attempt's expense where they break. */
class PaidGatesTest {

    private static final PlannedGate REVIEW =
            new PlannedGate("agent_check", "agent_check", true, false, false, false, null, 0, true);
    private static final PlannedGate SCORE =
            new PlannedGate("evaluator", "evaluator", true, false, false, false, null, 0, true);

    @RegisterExtension
    final Engine engine = new Engine();

    @Test
    void areAskedOnlyAboutWhatTheOthersLetThrough() {
        engine.plan(gates(task(1), REVIEW, UNIT));
        engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.REJECTED, "no");

        engine.run(request(parallel(1)));

        assertThat(engine.world.judged)
                .extracting(JudgeTree::gate)
                .containsExactly("command_check-1", "command_check-1", "agent_check");
    }

    @Test
    void seeTheVerdictsOfTheOthers() {
        engine.plan(gates(task(1), SCORE, UNIT));
        engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.PASSED, "212 tests");

        engine.run(request(parallel(1)));

        JudgeTree asked = engine.world.judged.get(1);
        assertThat(asked.state().attempts().get(0).gates())
                .extracting(GateVerdict::summary)
                .containsExactly("212 tests");
    }

    @Test
    void keepTheOrderOfTheGatesInTheVerdicts() {
        engine.plan(gates(task(1), REVIEW, UNIT, SCORE));

        engine.run(request(parallel(1)));

        assertThat(engine.world.recorded(1).attempts().get(0).gates())
                .extracting(GateVerdict::name)
                .containsExactly("agent_check", "command_check-1", "evaluator");
    }

    @Test
    void rejectLikeAllOthers() {
        engine.plan(gates(task(1), UNIT, REVIEW));
        engine.world.gate(1, REVIEW, Place.ATTEMPT, Verdict.REJECTED, "no test for the price");

        engine.run(request(parallel(1)));

        Dispatch second = engine.world.dispatches(1).get(1);
        assertThat(second.rework().outcome().message())
                .isEqualTo("rejected by gate agent_check: no test for the price");
    }

    @Test
    void countIntoTheCostOfTaskAndRun() {
        engine.plan(gates(task(1), REVIEW));
        engine.world.gate(1, REVIEW, asked -> answer(Verdict.BROKEN, null, 0.5));
        engine.world.gate(1, REVIEW, asked -> answer(Verdict.PASSED, null, 0.75));

        RunResult result = engine.run(request(parallel(1)));

        assertThat(engine.world.recorded(1).costUsd()).isEqualTo(0.25 + 0.5 + 0.75);
        assertThat(result.costUsd()).isEqualTo(0.5 + 0.25 + 0.5 + 0.75);
    }

    /** A failing required gate and a score of 95 made a completed task. */
    @Nested
    class W38 {

        @Test
        void noScoreOutvotesAGate() {
            engine.plan(gates(task(1), UNIT, SCORE));
            for (int attempt = 1; attempt <= 3; attempt++) {
                engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.REJECTED, "no");
            }

            RunResult result = engine.missed(engine.start(request(parallel(1))));

            assertThat(result.status()).isEqualTo(RunStatus.FAILED);
            assertThat(engine.world.judged).extracting(JudgeTree::gate).doesNotContain("evaluator");
        }
    }

    /** A verdict that could not be read made the task be done again. */
    @Nested
    class W39 {

        @Test
        void anUnreadableVerdictIsAskedForAgainAndTheAttemptStays() {
            engine.plan(gates(task(1), SCORE));
            broken(new Outcome.AgentFailed("no verdict"), 3);

            engine.run(request(parallel(1)));

            assertThat(engine.world.dispatches(1)).hasSize(1);
            assertThat(engine.world.judged).extracting(JudgeTree::number).containsExactly(1, 2, 3, 4);
        }

        @Test
        void aPersonIsAskedWhereThereIsNoVerdictAgainAndAgain() {
            engine.plan(gates(task(1), SCORE));
            broken(new Outcome.AgentFailed("no verdict"), 4);
            GoalWorkflow goal = engine.start(request(parallel(1)));

            engine.untilStatus(goal, RunStatus.PAUSED);
            assertThat(goal.header().attention().message()).isEqualTo("gate `evaluator` could not run: broken");
            goal.resume();

            assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.world.dispatches(1)).hasSize(1);
        }
    }

    @Test
    void waitForAQuotaAndBurnNothing() {
        engine.plan(gates(task(1), SCORE));
        Instant start = Instant.ofEpochMilli(engine.env.currentTimeMillis());
        Instant until = start.plus(Duration.ofHours(3));
        broken(new Outcome.Quota("5-hour limit", until), 6);

        RunResult result = engine.run(request(parallel(1)));

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(Instant.ofEpochMilli(engine.env.currentTimeMillis())).isAfterOrEqualTo(until);
        TaskState state = engine.world.recorded(1);
        assertThat(state.attempts()).hasSize(1);
    }

    @Test
    void waitOutAnOverloadedProvider() {
        engine.plan(gates(task(1), SCORE));
        broken(new Outcome.Transient("529"), 8);

        RunResult result = engine.run(request(parallel(1)));

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.dispatches(1)).hasSize(1);
    }

    @Test
    void askAPersonAtOnceWhereALoginIsMissing() {
        engine.plan(gates(task(1), SCORE));
        broken(new Outcome.AuthMissing("not logged in", "log in"), 1);
        GoalWorkflow goal = engine.start(request(parallel(1)));

        engine.untilStatus(goal, RunStatus.PAUSED);
        assertThat(engine.world.judged).hasSize(1);
        assertThat(goal.header().attention().hint()).isEqualTo("log in, then go on with `lindy resume 0a1b2c3d`");
        goal.resume();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
    }

    private void broken(Outcome cause, int times) {
        for (int time = 0; time < times; time++) {
            engine.world.gate(1, SCORE, asked -> answer(Verdict.BROKEN, cause, 0));
        }
    }

    private static GateVerdict answer(Verdict verdict, Outcome cause, double usd) {
        return new GateVerdict("evaluator", verdict, true, verdict.word(), "", "", null, usd, false, cause);
    }
}
