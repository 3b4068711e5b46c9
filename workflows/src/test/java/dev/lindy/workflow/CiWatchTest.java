package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.CI;
import static dev.lindy.workflow.Fixture.LINT;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activity.CiAnswer;
import dev.lindy.activity.CiQuestion;
import dev.lindy.activity.JudgeTree;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.RunHeader.Attention;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** CI is waited for by timers alone. */
class CiWatchTest {

    private static final String AT_WORK = "`ci.yml` is in_progress";

    @RegisterExtension
    final Engine engine = new Engine();

    @Test
    void pushesOnceAndLooksUntilThereIsAVerdict() {
        engine.plan(gates(task(1), CI));
        atWork(3);

        assertThat(engine.run(request(parallel(1))).status()).isEqualTo(RunStatus.COMPLETED);

        assertThat(engine.world.journal("push")).hasSize(1);
        assertThat(engine.world.journal("look")).hasSize(4);
        assertThat(engine.world.looks.get(0).gate().commit()).isEqualTo("candidate-1.1");
    }

    @Test
    void waitsLongerAndLongerBetweenLooks() {
        engine.plan(gates(task(1), CI));
        atWork(5);

        engine.run(request(parallel(1)));

        assertThat(timers().map(timer -> timer.getTimerStartedEventAttributes()
                        .getStartToFireTimeout()
                        .getSeconds()))
                .containsExactly(5L, 10L, 20L, 30L, 30L);
    }

    @Test
    void waitsFortyMinutesWithoutHoldingAnything() {
        engine.plan(gates(task(1), CI));
        atWork(79);

        assertThat(engine.run(request(parallel(1))).status()).isEqualTo(RunStatus.COMPLETED);

        assertThat(last(engine.world.looks).waited()).isGreaterThan(Duration.ofMinutes(38));
        assertThat(engine.history(Engine.child(1)).getEvents()).hasSizeLessThan(1_200);
    }

    @Test
    void asksAPersonAtOnceWhereCiEndsNever() {
        engine.plan(gates(task(1), CI));
        atWork(100);

        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.env.sleep(Duration.ofMinutes(41));

        engine.untilStatus(goal, RunStatus.PAUSED);
        assertThat(goal.header().attention())
                .isEqualTo(new Attention(
                        "gate `ci_check` could not run: no verdict within 2400 s: " + AT_WORK,
                        "mend the gate, then go on with `lindy resume 0a1b2c3d`"));
        assertThat(engine.world.dispatches).hasSize(1);
    }

    @Test
    void asksAPersonAtOnceWhereCiCannotBeAsked() {
        engine.plan(gates(task(1), CI));
        engine.world.push(1, asked -> CiAnswer.of(verdict(Verdict.BROKEN, "`gh` is not installed")));
        GoalWorkflow goal = engine.start(request(parallel(1)));

        engine.untilStatus(goal, RunStatus.PAUSED);
        assertThat(engine.world.pushes).hasSize(1);
        goal.resume();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.pushes)
                .extracting(CiQuestion::gate)
                .extracting(JudgeTree::number)
                .containsExactly(1, 2);
        assertThat(engine.world.dispatches).hasSize(1);
    }

    @Test
    void namesTheGateThatNeedsAPersonAndNotOneThatIsTriedAgain() {
        engine.plan(gates(task(1), LINT, CI));
        engine.world.gate(1, LINT, JudgeTree.Place.ATTEMPT, Verdict.BROKEN, "killed");
        engine.world.push(1, asked -> CiAnswer.of(verdict(Verdict.BROKEN, "`gh` is not installed")));
        GoalWorkflow goal = engine.start(request(parallel(1)));

        engine.untilStatus(goal, RunStatus.PAUSED);
        assertThat(goal.header().attention().message())
                .isEqualTo("gate `ci_check` could not run: `gh` is not installed");
        goal.resume();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void waitsUntilTheServiceMayBeAskedAgain() {
        engine.plan(gates(task(1), CI));
        engine.world.look(
                1,
                asked -> CiAnswer.pendingUntil(
                        "rate limit",
                        Instant.ofEpochMilli(engine.env.currentTimeMillis()).plus(Duration.ofMinutes(12))));

        engine.run(request(parallel(1)));

        assertThat(last(engine.world.looks).waited()).isGreaterThan(Duration.ofMinutes(11));
    }

    @Test
    void triesAgainToPush() {
        engine.plan(gates(task(1), CI));
        engine.world.push(1, asked -> CiAnswer.pending("connection refused"));

        engine.run(request(parallel(1)));

        assertThat(engine.world.journal("push")).hasSize(2);
        assertThat(engine.world.looks.get(0).waited()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void sendsARejectionToTheNextAttempt() {
        engine.plan(gates(task(1), CI));
        engine.world.look(1, asked -> CiAnswer.of(verdict(Verdict.REJECTED, "CI failed: job test")));

        engine.run(request(parallel(1)));

        assertThat(engine.world.dispatches(1)).hasSize(2);
        assertThat(engine.world.dispatches(1).get(1).rework().outcome().message())
                .isEqualTo("rejected by gate ci_check: CI failed: job test");
        assertThat(last(engine.world.looks).gate().commit()).isEqualTo("candidate-1.2");
    }

    @Test
    void waitsBesideOtherGates() {
        engine.plan(gates(task(1), CI, LINT));
        atWork(2);

        engine.run(request(parallel(1)));

        assertThat(engine.world.journal).containsSubsequence("gate 1 lint-1 ATTEMPT", "look 1", "look 1", "merge 1");
        assertThat(engine.world.recorded(1).attempts().get(0).gates())
                .extracting(GateVerdict::name)
                .containsExactly("ci_check", "lint-1");
    }

    @Test
    void stopsWaitingWhenTheRunIsCanceled() {
        engine.plan(gates(task(1), CI));
        atWork(1_000);
        GoalWorkflow goal = engine.start(request(parallel(1)));
        engine.untilJournal("look 1");

        engine.cancel(goal);
        engine.cancelTask(1);

        assertThatThrownBy(() -> engine.result(goal)).isNotNull();
        engine.untilRecorded(1, TaskStatus.CANCELED);
        assertThat(last(engine.world.looks).waited()).isLessThan(Duration.ofMinutes(1));
    }

    private void atWork(int looks) {
        for (int look = 0; look < looks; look++) {
            engine.world.look(1, asked -> CiAnswer.pending(AT_WORK));
        }
    }

    private Stream<HistoryEvent> timers() {
        return engine.history(Engine.child(1)).getEvents().stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED);
    }

    private static GateVerdict verdict(Verdict verdict, String summary) {
        return new GateVerdict(CI.name(), verdict, true, summary, "");
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
