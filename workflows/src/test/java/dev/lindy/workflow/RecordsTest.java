package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activity.MergeResult;
import dev.lindy.activity.PlannedTask;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordsTest {

    @RegisterExtension
    final Engine engine = new Engine();

    @Test
    void losesNoStateWhenAWriteFails() {
        CountDownLatch work = new CountDownLatch(1);
        engine.plan(task(1), task(2));
        engine.world.agent(2, World.until(work, Fixture::worked));
        engine.world.agent(1, asked -> {
            engine.world.failsToRecord(1);
            return Fixture.worked(asked);
        });
        GoalWorkflow goal = engine.start(request(parallel(2)));
        engine.untilJournal("merge 1");
        engine.until(goal, header -> assertThat(engine.world.mustFailToRecord()).isZero());

        work.countDown();

        assertThat(engine.result(goal).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.recorded(1).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(engine.world.recorded(2).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void recordsMoreThanAPageOfChangesWithoutBeingAskedAgain() {
        CountDownLatch work = new CountDownLatch(1);
        List<PlannedTask> tasks = new ArrayList<>(List.of(task(1), task(2)));
        for (int number = 3; number <= 250; number++) {
            tasks.add(task(number, 1));
        }
        engine.world.plan(tasks);
        engine.world.agent(1, asked -> Fixture.ended(asked, new Outcome.BudgetExhausted("over $5")));
        engine.world.agent(2, World.until(work, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(2)));
        engine.untilJournal("start 2");

        engine.untilRecorded(250, TaskStatus.SKIPPED);

        work.countDown();
        assertThat(engine.missed(goal).skipped()).isEqualTo(248);
    }

    @Test
    void endsWithTheLastPictureInTheRecords() {
        engine.world.plan(Fixture.wide(20));

        engine.run(request(parallel(10)));

        for (int task = 1; task <= 20; task++) {
            assertThat(engine.world.recorded(task).status()).isEqualTo(TaskStatus.COMPLETED);
        }
        assertThat(engine.world.recordedHeader().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(engine.world.reports.get(0).header()).isEqualTo(engine.world.recordedHeader());
    }

    @Test
    void failsARunThatCannotRecordThatItIsComplete() {
        engine.plan(task(1));
        engine.world.merge(1, asked -> {
            engine.world.failsToRecord(100);
            return new MergeResult.Merged("merge-1");
        });

        GoalWorkflow goal = engine.start(request(parallel(1)));

        assertThatThrownBy(() -> engine.result(goal))
                .hasRootCauseMessage("message='disk full', type='EVIDENCE_MISSING', nonRetryable=true");
    }
}
