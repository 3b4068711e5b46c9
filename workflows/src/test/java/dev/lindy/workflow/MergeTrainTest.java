package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.LINT;
import static dev.lindy.workflow.Fixture.UNIT;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.Dispatch;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.activity.MergeResult;
import dev.lindy.activity.PlannedGate;
import dev.lindy.failure.FailureType;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MergeTrainTest {

    @RegisterExtension
    final Engine engine = new Engine();

    @Test
    void sendsAConflictBackAndMergesTheNextAttempt() {
        engine.plan(task(1));
        engine.world.merge(1, asked -> new MergeResult.Conflicted(List.of("a.txt"), "tip-2"));

        engine.run(request(parallel(1)));

        Dispatch second = engine.world.dispatches(1).get(1);
        assertThat(second.rework().mergeTip()).isEqualTo("tip-2");
        assertThat(second.rework().outcome()).isEqualTo(new Outcome.Conflict(List.of("a.txt")));
        assertThat(second.resume()).isTrue();
        assertThat(engine.world.journal("merge")).hasSize(2);
        assertThat(engine.world.recorded(1).mergeCommit()).isEqualTo("merge-1");
    }

    @Test
    void judgesTheMergedTreeWhereTheTipHasMoved() {
        engine.plan(gates(task(1), LINT, UNIT));
        engine.world.merge(1, asked -> new MergeResult.NeedsGates("merged", "tip-2"));

        engine.run(request(parallel(1)));

        List<JudgeTree> onMerged = engine.world.judged.stream()
                .filter(judged -> judged.place() == Place.MERGED)
                .toList();
        assertThat(onMerged).hasSize(1);
        assertThat(onMerged.get(0).gate()).isEqualTo(UNIT.key());
        assertThat(onMerged.get(0).commit()).isEqualTo("merged");
        assertThat(engine.world.journal("publish")).hasSize(1);
        assertThat(engine.world.recorded(1).mergeCommit()).isEqualTo("merged");
        assertThat(engine.world.dispatches(1)).hasSize(1);
    }

    @Test
    void mergesAgainWhereTheTipMovesBeforeThePublication() {
        engine.plan(gates(task(1), UNIT));
        engine.world.merge(1, asked -> new MergeResult.NeedsGates("merged-1", "tip-2"));
        engine.world.publish(1, asked -> new MergeResult.Moved("tip-3"));
        engine.world.merge(1, asked -> new MergeResult.NeedsGates("merged-2", "tip-3"));

        engine.run(request(parallel(1)));

        assertThat(engine.world.journal("publish")).hasSize(2);
        assertThat(engine.world.recorded(1).mergeCommit()).isEqualTo("merged-2");
    }

    @Test
    void letsTheNextOneMergeWhenTheMergedTreeIsRejected() {
        CountDownLatch merged = new CountDownLatch(1);
        engine.plan(gates(task(1), UNIT), task(2));
        engine.world.merge(1, asked -> new MergeResult.NeedsGates("merged", "tip-2"));
        engine.world.gate(1, UNIT, Place.MERGED, Verdict.REJECTED, "together they fail");
        engine.world.agent(1, Fixture::worked);
        engine.world.agent(1, World.until(merged, Fixture::worked));
        engine.world.merge(2, asked -> {
            merged.countDown();
            return new MergeResult.Merged("merge-2");
        });

        engine.run(request(parallel(2)));

        Dispatch second = engine.world.dispatches(1).get(1);
        assertThat(second.rework().mergeTip()).isEqualTo("tip-2");
        assertThat(second.rework().verdicts()).hasSize(1);
        assertThat(engine.world.recorded(1).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void keepsTheVerdictsOfGatesApartThatShareAName() {
        PlannedGate other = new PlannedGate("command_check-9", "unit", true, false, false, false);
        engine.plan(gates(task(1), other, UNIT));
        engine.world.gate(1, other, Place.ATTEMPT, Verdict.FLAKY, "first");
        engine.world.merge(1, asked -> new MergeResult.NeedsGates("merged", "tip-2"));
        engine.world.gate(1, UNIT, Place.MERGED, Verdict.PASSED, "second");

        engine.run(request(parallel(1)));

        assertThat(engine.world.recorded(1).attempts().get(0).gates())
                .extracting(GateVerdict::summary)
                .containsExactly("first", "second");
    }

    @Test
    void mergesOneTaskAtATime() {
        engine.world.plan(
                Fixture.wide(6).stream().map(task -> gates(task, UNIT)).toList());
        for (int task = 1; task <= 6; task++) {
            engine.world.merge(task, asked -> new MergeResult.NeedsGates("merged-" + asked.task(), "tip"));
        }

        engine.run(request(parallel(6)));

        List<String> train = engine.world.journal.stream()
                .filter(entry -> entry.startsWith("merge ") || entry.startsWith("publish "))
                .toList();
        assertThat(train).hasSize(12);
        for (int i = 0; i < train.size(); i += 2) {
            String task = train.get(i).substring("merge ".length());
            assertThat(train.get(i + 1)).isEqualTo("publish " + task);
        }
    }

    @Test
    void freesTheBranchWhenATaskFailsWhileItHasIt() {
        engine.plan(task(1), task(2));
        engine.world.merge(1, asked -> {
            throw ApplicationFailure.newNonRetryableFailure("no such ref", FailureType.REPOSITORY_UNUSABLE.name());
        });

        GoalWorkflow goal = engine.start(request(parallel(2)));

        assertThat(engine.missed(goal).completed()).isEqualTo(1);
        assertThat(engine.world.recorded(1).reason()).isEqualTo("no such ref");
        assertThat(engine.world.recorded(1).attempts().get(0).outcome()).isNotNull();
        assertThat(engine.world.recorded(1).attempts().get(0).costUsd()).isEqualTo(0.25);
    }

    @Test
    void needsNoMergeWhereGatesAcceptAnUnchangedTree() {
        engine.plan(Fixture.changesOptional(task(1)));
        engine.world.agent(1, Fixture::unchanged);

        engine.run(request(parallel(1)));

        assertThat(engine.world.journal("merge")).isEmpty();
        assertThat(engine.world.recorded(1).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(engine.world.recorded(1).mergeCommit()).isNull();
    }
}
