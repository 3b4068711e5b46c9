package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.LINT;
import static dev.lindy.workflow.Fixture.ended;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lindy.activity.Dispatch;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.activity.PlanAnswer;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader.Attention;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that cannot go on without a person pauses, says why, and goes on when told. */
class AttentionTest {

    @RegisterExtension
    final Engine engine = new Engine();

    static Stream<Outcome> needsAPerson() {
        return Stream.of(
                new Outcome.AuthMissing("not logged in", "run `claude login`"),
                new Outcome.AgentNotInstalled("no codex", "install it"),
                new Outcome.NeedsAnswer("which database?"));
    }

    @ParameterizedTest
    @MethodSource("needsAPerson")
    void pausesUntilAPersonResumes(Outcome outcome) {
        engine.plan(task(1), task(2));
        engine.world.agent(1, asked -> ended(asked, outcome));
        GoalWorkflow goal = engine.start(request(parallel(1)));

        engine.untilStatus(goal, RunStatus.PAUSED);
        assertThat(goal.header().attention().message()).isEqualTo(outcome.message());
        assertThat(engine.world.dispatches(2)).isEmpty();
        goal.resume();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.dispatches(1)).extracting(Dispatch::attempt).containsExactly(1, 1);
        assertThat(engine.world.recordedHeader().attention()).isNull();
    }

    @Test
    void recordsWhyItPauses() {
        engine.plan(task(1));
        engine.world.agent(1, asked -> ended(asked, new Outcome.AuthMissing("not logged in", "log in")));
        GoalWorkflow goal = engine.start(request(parallel(1)));

        Awaitility.await()
                .atMost(Engine.SOON)
                .until(() -> engine.world.recordedHeader() != null
                        && engine.world.recordedHeader().status() == RunStatus.PAUSED);
        assertThat(engine.world.recordedHeader().attention()).isEqualTo(new Attention("not logged in", "log in"));
        goal.resume();
        engine.result(goal);
    }

    @Test
    void repeatsABrokenGateBeforeItAsksAPerson() {
        engine.plan(gates(task(1), LINT));
        for (int run = 0; run < 4; run++) {
            engine.world.gate(1, LINT, Place.ATTEMPT, Verdict.BROKEN, "no such file");
        }
        GoalWorkflow goal = engine.start(request(parallel(1)));

        engine.untilStatus(goal, RunStatus.PAUSED);
        assertThat(engine.world.judged).extracting(JudgeTree::number).containsExactly(1, 2, 3, 4);
        assertThat(goal.header().attention())
                .isEqualTo(new Attention(
                        "gate `lint` could not run: no such file",
                        "mend the gate, then go on with `lindy resume 0a1b2c3d`"));
        goal.resume();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.judged).extracting(JudgeTree::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(engine.world.dispatches(1)).hasSize(1);
    }

    @Test
    void asksNobodyWhereAGateIsKilledAsOftenAsAnAgentMayBe() {
        engine.plan(gates(task(1), LINT));
        for (int kill = 0; kill < 3; kill++) {
            engine.world.gate(1, LINT, Place.ATTEMPT, Verdict.BROKEN, "vanished without an exit status");
        }

        assertThat(engine.result(engine.start(request(parallel(1)))).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.dispatches(1)).hasSize(1);
    }

    @Test
    void asksAPersonWhenThePlannerIsNotLoggedIn() {
        engine.plan(task(1));
        engine.world.planner(
                asked -> new PlanAnswer(null, List.of(), new Outcome.AuthMissing("not logged in", "log in"), 0));
        GoalWorkflow goal = engine.start(request(parallel(1)));

        engine.untilStatus(goal, RunStatus.PAUSED);
        goal.resume();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.planRequests).extracting("number", "part").containsExactly(tuple(1, 0), tuple(1, 1));
    }
}
