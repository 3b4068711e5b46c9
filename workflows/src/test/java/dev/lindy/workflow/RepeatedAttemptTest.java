package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.UNIT;
import static dev.lindy.workflow.Fixture.ended;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.Dispatch;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.Verdict;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What does not count as an attempt, and what counts only so often. */
class RepeatedAttemptTest {

    @RegisterExtension
    final Engine engine = new Engine();

    @Test
    void continuesAnInterruptedSessionThreeTimesWithoutCounting() {
        engine.plan(task(1));
        for (int time = 1; time <= 3; time++) {
            engine.world.agent(1, asked -> ended(asked, new Outcome.Interrupted("the host went down")));
        }

        engine.run(request(parallel(1)));

        List<Dispatch> dispatches = engine.world.dispatches(1);
        assertThat(dispatches).extracting(Dispatch::attempt).containsExactly(1, 1, 1, 1);
        assertThat(dispatches).extracting(Dispatch::part).containsExactly(0, 1, 2, 3);
        assertThat(dispatches)
                .extracting(Dispatch::session)
                .containsOnly(dispatches.get(0).session());
        Attempt attempt = engine.world.recorded(1).attempts().get(0);
        assertThat(attempt.costUsd()).isEqualTo(4 * 0.25);
        assertThat(timers()).isEmpty();
    }

    @Test
    void countsTheFourthInterruption() {
        engine.plan(task(1));
        for (int time = 1; time <= 4; time++) {
            engine.world.agent(1, asked -> ended(asked, new Outcome.Interrupted("the host went down")));
        }

        engine.run(request(parallel(1)));

        assertThat(engine.world.dispatches(1)).extracting(Dispatch::attempt).containsExactly(1, 1, 1, 1, 2);
    }

    @Test
    void keepsTheEvidenceOfARejectionOverAnInterruption() {
        engine.plan(gates(task(1), UNIT));
        engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.REJECTED, "no");
        engine.world.agent(1, Fixture::worked);
        engine.world.agent(1, asked -> ended(asked, new Outcome.Interrupted("the host went down")));

        engine.run(request(parallel(1)));

        Dispatch third = engine.world.dispatches(1).get(2);
        assertThat(third.attempt()).isEqualTo(2);
        assertThat(third.part()).isEqualTo(1);
        assertThat(third.rework().verdicts()).hasSize(1);
    }

    @Test
    void backsOffLongerAfterEachPassingFault() {
        engine.plan(task(1));
        for (int time = 1; time <= 3; time++) {
            engine.world.agent(1, asked -> ended(asked, new Outcome.Transient("overloaded")));
        }

        engine.run(request(parallel(1)));

        assertThat(engine.world.dispatches(1)).extracting(Dispatch::attempt).containsOnly(1);
        assertThat(timers()).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40));
    }

    @Test
    void waitsForTheQuotaWithATimer() {
        engine.plan(task(1));
        engine.world.agent(
                1,
                asked -> ended(
                        asked,
                        new Outcome.Quota(
                                "limit reached",
                                Instant.ofEpochMilli(engine.env.currentTimeMillis())
                                        .plusSeconds(7200))));

        engine.run(request(parallel(1)));

        assertThat(timers()).hasSize(1);
        assertThat(timers().get(0)).isBetween(Duration.ofSeconds(7100), Duration.ofSeconds(7200));
        assertThat(engine.world.dispatches(1)).extracting(Dispatch::attempt).containsExactly(1, 1);
    }

    @Test
    void reworksAnAttemptWithoutChangeOnce() {
        engine.plan(task(1));
        engine.world.agent(1, Fixture::unchanged);

        engine.run(request(parallel(1)));

        assertThat(engine.world.dispatches(1).get(1).rework().outcome()).isInstanceOf(Outcome.NoChange.class);
        assertThat(engine.world.dispatches(1)).hasSize(2);
    }

    @Test
    void failsATaskThatChangesNothingTwice() {
        engine.plan(task(1));
        engine.world.agent(1, Fixture::unchanged).agent(1, Fixture::unchanged);

        engine.missed(engine.start(request(parallel(1))));

        assertThat(engine.world.dispatches(1)).hasSize(2);
        assertThat(engine.world.recorded(1).reason()).isEqualTo("the agent ended without changing anything");
        assertThat(engine.world.judged).isEmpty();
    }

    @Test
    void retriesAStalledAgentOnceInItsSession() {
        engine.plan(task(1));
        engine.world.agent(1, asked -> ended(asked, new Outcome.Stalled("silent for 10 min")));
        engine.world.agent(1, asked -> ended(asked, new Outcome.TimedOut("stopped after 30 min")));

        engine.missed(engine.start(request(parallel(1))));

        assertThat(engine.world.dispatches(1)).hasSize(2);
        assertThat(engine.world.dispatches(1).get(1).resume()).isTrue();
        assertThat(engine.world.recorded(1).reason()).isEqualTo("stopped after 30 min");
    }

    private List<Duration> timers() {
        return engine.history(Engine.child(1)).getEvents().stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED)
                .map(HistoryEvent::getTimerStartedEventAttributes)
                .map(timer -> Duration.ofSeconds(
                        timer.getStartToFireTimeout().getSeconds(),
                        timer.getStartToFireTimeout().getNanos()))
                .toList();
    }
}
