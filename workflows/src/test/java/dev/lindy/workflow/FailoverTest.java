package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.UNIT;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.AgentResult;
import dev.lindy.activity.Dispatch;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who does an attempt where the chosen agent cannot, and the config names others. */
class FailoverTest {

    @RegisterExtension
    final Engine engine = new Engine();

    static Stream<Outcome> hopeless() {
        return Stream.of(
                new Outcome.Quota("used up", null),
                new Outcome.AuthMissing("not logged in", "log in"),
                new Outcome.AgentNotInstalled("no codex", "install it"));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void letsTheNextAgentDoTheSameAttemptAtOnceWithASessionOfItsOwn(Outcome outcome) {
        engine.plan(task(1));
        engine.world.agent(1, asked -> by("claude_cli", asked, outcome, 1));
        engine.world.agent(1, asked -> by("codex_cli", asked, null, 0));

        engine.run(request(parallel(1)));

        List<Dispatch> dispatches = engine.world.dispatches(1);
        assertThat(dispatches).extracting(Dispatch::attempt).containsExactly(1, 1);
        assertThat(dispatches).extracting(Dispatch::fallback).containsExactly(0, 1);
        assertThat(dispatches).extracting(Dispatch::resume).containsExactly(false, false);
        assertThat(dispatches.get(1).session()).isNotEqualTo(dispatches.get(0).session());
        assertThat(engine.world.recorded(1).attempts())
                .extracting(Attempt::agent)
                .containsExactly("codex_cli");
    }

    @Test
    void asksNobodyElseWithoutTheConfigsConsent() {
        engine.plan(task(1));
        engine.world.agent(1, asked -> by("claude_cli", asked, new Outcome.AuthMissing("not logged in", "log in"), 0));
        GoalWorkflow goal = engine.start(request(parallel(1)));

        engine.untilStatus(goal, RunStatus.PAUSED);
        assertThat(engine.world.dispatches(1)).extracting(Dispatch::fallback).containsExactly(0);
        goal.resume();
        engine.result(goal);
    }

    @Test
    void asksTheFirstAgainWhenAllAreUsedUp() {
        engine.plan(task(1));
        engine.world.agent(1, asked -> by("claude_cli", asked, new Outcome.Quota("used up", null), 1));
        engine.world.agent(1, asked -> by("codex_cli", asked, new Outcome.AuthMissing("not logged in", "log in"), 0));
        engine.world.agent(1, asked -> by("claude_cli", asked, null, 1));

        engine.run(request(parallel(1)));

        assertThat(engine.world.dispatches(1)).extracting(Dispatch::fallback).containsExactly(0, 1, 0);
        assertThat(engine.world.dispatches(1)).extracting(Dispatch::resume).containsOnly(false);
    }

    @Test
    void reworksWithTheAgentThatKnowsTheWork() {
        engine.plan(gates(task(1), UNIT));
        engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.REJECTED, "no");
        engine.world.agent(1, asked -> by("claude_cli", asked, new Outcome.Quota("used up", null), 1));
        engine.world.agent(1, asked -> by("codex_cli", asked, null, 0));
        engine.world.agent(1, asked -> by("codex_cli", asked, null, 0));

        engine.run(request(parallel(1)));

        assertThat(engine.world.dispatches(1)).extracting(Dispatch::fallback).containsExactly(0, 1, 1);
        assertThat(engine.world.dispatches(1)).extracting(Dispatch::attempt).containsExactly(1, 1, 2);
    }

    @Test
    void keepsWhatIsKnownOfTheCostAndThatItIsNotAll() {
        engine.plan(task(1));
        engine.world.agent(1, asked -> by("claude_cli", asked, new Outcome.Quota("used up", null), 1));
        engine.world.agent(1, asked -> by("codex_cli", asked, null, 0));

        engine.run(request(parallel(1)));

        Attempt attempt = engine.world.recorded(1).attempts().get(0);
        assertThat(attempt.costUsd()).isEqualTo(0.5);
        assertThat(attempt.costUnknown()).isTrue();
        assertThat(attempt.model()).isEqualTo("m");
    }

    private static AgentResult by(String agent, Dispatch asked, Outcome how, int left) {
        AgentResult plain = how == null ? Fixture.worked(asked) : Fixture.ended(asked, how);
        return new AgentResult(
                plain.failure(),
                plain.candidate(),
                plain.base(),
                plain.changed(),
                agent,
                plain.sessionId(),
                plain.costUsd(),
                plain.branch(),
                plain.notes(),
                "m",
                agent.equals("codex_cli"),
                left);
    }
}
