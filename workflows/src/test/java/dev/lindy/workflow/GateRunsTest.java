package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.activity.MergeResult;
import dev.lindy.activity.PlannedGate;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GateRunsTest {

    private static final PlannedGate TESTS =
            new PlannedGate("tests", "tests", true, false, true, false, null, 1, false);
    private static final PlannedGate ADVICE =
            new PlannedGate("advice", "advice", false, false, false, false, null, 1, false);
    private static final PlannedGate ON_BASE =
            new PlannedGate("build", "build", true, true, false, false, null, 1, false);

    @RegisterExtension
    final Engine engine = new Engine();

    private GateVerdict recorded(int gate) {
        List<GateVerdict> gates = engine.world.recorded(1).attempts().get(0).gates();
        return gates.get(gate);
    }

    @Test
    void callsAGateFlakyThatPassesTheSameTreeTheSecondTime() {
        engine.plan(gates(task(1), TESTS));
        engine.world.gate(1, TESTS, Place.ATTEMPT, Verdict.REJECTED, "CartTest fails");

        RunResult result = engine.run(request(parallel(1)));

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.dispatches(1)).hasSize(1);
        assertThat(engine.world.judged).extracting(JudgeTree::number).containsExactly(1, 2);
        assertThat(engine.world.judged).extracting(JudgeTree::commit).containsOnly("candidate-1.1");
        assertThat(recorded(0))
                .isEqualTo(new GateVerdict(
                        "tests",
                        Verdict.FLAKY,
                        true,
                        "rejected, then passed on the same tree; at first: CartTest fails",
                        "evidence"));
    }

    @Test
    void doesNotWaitTwiceForAGateThatTookAllOfItsTime() {
        engine.plan(gates(task(1), TESTS));
        engine.world.gate(
                1,
                TESTS,
                asked -> new GateVerdict("tests", Verdict.REJECTED, true, "no answer within 600 s", "evidence")
                        .withCause(new Outcome.TimedOut("no answer within 600 s")));

        engine.run(request(parallel(1)));

        assertThat(engine.world.judged).extracting(JudgeTree::number).containsOnly(1);
    }

    @Test
    void believesARejectionThatIsRepeated() {
        engine.plan(gates(task(1), TESTS));
        engine.world.gate(1, TESTS, Place.ATTEMPT, Verdict.REJECTED, "CartTest fails");
        engine.world.gate(1, TESTS, Place.ATTEMPT, Verdict.REJECTED, "CartTest fails again");

        engine.run(request(parallel(1)));

        assertThat(engine.world.dispatches(1)).hasSize(2);
        assertThat(engine.world.dispatches(1).get(1).rework().outcome())
                .isEqualTo(
                        new Outcome.RejectedByGate(List.of("tests"), "rejected by gate tests: CartTest fails again"));
    }

    @Test
    void asksOnlyTheGateAgainThatRejected() {
        engine.plan(gates(task(1), TESTS, ON_BASE));
        engine.world.gate(1, TESTS, Place.ATTEMPT, Verdict.REJECTED, "no");

        engine.run(request(parallel(1)));

        assertThat(engine.world.judged)
                .filteredOn(judged -> judged.place() == Place.ATTEMPT)
                .extracting(judged -> judged.gate() + " " + judged.number())
                .containsExactlyInAnyOrder("tests 1", "build 1", "tests 2");
    }

    @Test
    void repeatsASecondRunThatCannotRun() {
        engine.plan(gates(task(1), TESTS));
        engine.world.gate(1, TESTS, Place.ATTEMPT, Verdict.REJECTED, "no");
        engine.world.gate(1, TESTS, Place.ATTEMPT, Verdict.BROKEN, "killed");

        engine.run(request(parallel(1)));

        assertThat(engine.world.judged).extracting(JudgeTree::number).containsExactly(1, 2, 3);
        assertThat(recorded(0).verdict()).isEqualTo(Verdict.FLAKY);
    }

    @Test
    void keepsTheRejectionOfAnOptionalGateWhoseSecondRunCannotRun() {
        engine.plan(gates(task(1), ADVICE));
        engine.world.gate(1, ADVICE, Place.ATTEMPT, Verdict.REJECTED, "long line");
        engine.world.gate(1, ADVICE, Place.ATTEMPT, Verdict.BROKEN, "killed");

        RunResult result = engine.run(request(parallel(1)));

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(recorded(0).verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(recorded(0).summary()).isEqualTo("long line");
    }

    @Test
    void remembersThatAGateIsFlakyWhenTheMergedTreePasses() {
        engine.plan(gates(task(1), TESTS));
        engine.world.gate(1, TESTS, Place.ATTEMPT, Verdict.REJECTED, "no");
        engine.world.merge(1, asked -> new MergeResult.NeedsGates("merged", "tip-2"));

        engine.run(request(parallel(1)));

        assertThat(recorded(0).verdict()).isEqualTo(Verdict.FLAKY);
    }

    @Test
    void doesNotExcuseAttemptsByAGateThatIsFlakyOnTheBase() {
        engine.plan(gates(task(1), ON_BASE));
        engine.world.gate(1, ON_BASE, Place.BASE, Verdict.REJECTED, "no");

        engine.run(request(parallel(1)));

        assertThat(engine.world.judged)
                .filteredOn(judged -> judged.place() == Place.BASE)
                .extracting(JudgeTree::number)
                .containsExactly(1, 2);
        assertThat(engine.world
                        .records
                        .get(engine.world.records.size() - 1)
                        .header()
                        .notes())
                .contains(
                        "gate build is flaky for module root on the base commit: rejected, then passed on the same tree;"
                                + " at first: no");
    }

    @Test
    void tellsTheNextAttemptWhatOptionalGatesAdvise() {
        engine.plan(gates(task(1), Fixture.LINT, Fixture.STYLE));
        engine.world.gate(1, Fixture.LINT, Place.ATTEMPT, Verdict.REJECTED, "no");
        engine.world.gate(1, Fixture.STYLE, Place.ATTEMPT, Verdict.REJECTED, "long line");

        engine.run(request(parallel(1)));

        assertThat(engine.world.dispatches(1).get(1).rework().verdicts())
                .extracting(GateVerdict::name)
                .containsExactly("lint", "style");
        assertThat(engine.world.dispatches(1).get(1).rework().outcome().message())
                .isEqualTo("rejected by gate lint: no");
    }

    @Test
    void runsNoMoreGatesAtATimeThanThePolicySays() {
        PlannedGate[] many = IntStream.range(0, 6)
                .mapToObj(n -> new PlannedGate("g" + n, "g" + n, true, false, false, false))
                .toArray(PlannedGate[]::new);
        engine.plan(gates(task(1), many));
        CountDownLatch latch = new CountDownLatch(1);
        for (PlannedGate gate : many) {
            engine.world.gate(1, gate, asked -> {
                World.await(latch);
                return Fixture.verdict(asked.gate(), Verdict.PASSED, "");
            });
        }

        GoalWorkflow goal = engine.start(request(parallel(1)));
        Awaitility.await()
                .atMost(Engine.SOON)
                .during(Duration.ofMillis(500))
                .until(() -> engine.world.judged.size() == 4);
        latch.countDown();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.judged).hasSize(6);
    }
}
