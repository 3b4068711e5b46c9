package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.id;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.resumed;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.Dispatch;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.client.WorkflowStub;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run that goes on from its journal. */
class ContinuedRunTest {

    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
    private static final RunHeader EARLIER = new RunHeader(
            Fixture.RUN.run(),
            Fixture.RUN.workflowId(),
            42,
            "build a shop",
            "/project",
            RunStatus.FAILED,
            THEN,
            THEN.plusSeconds(60),
            null,
            null,
            0.75,
            List.of("earlier"),
            null,
            null,
            false);

    @RegisterExtension
    final Engine engine = new Engine();

    @Test
    void runsOnlyWhatIsNotCompleted() {
        engine.plan(task(1), task(2, 1), task(3));
        engine.world.before(
                EARLIER,
                Fixture.PLAN,
                state(1, TaskStatus.COMPLETED, 1),
                state(2, TaskStatus.SKIPPED, 0),
                state(3, TaskStatus.FAILED, 3));

        RunResult result = engine.run(resumed(parallel(1)));

        assertThat(result.completed()).isEqualTo(3);
        assertThat(engine.world.dispatches(1)).isEmpty();
        assertThat(engine.world.dispatches(2)).hasSize(1);
        assertThat(engine.world.planRequests).isEmpty();
        assertThat(result.costUsd()).isEqualTo(0.75 + 4 * 0.25 + 2 * 0.25);
    }

    @Test
    void numbersAttemptsOnAndGivesAFreshSetOfThem() {
        engine.plan(task(3));
        engine.world.before(EARLIER, Fixture.PLAN, state(3, TaskStatus.FAILED, 3));
        engine.world.agent(3, asked -> Fixture.ended(asked, new Outcome.AgentFailed("again")));
        engine.world.agent(3, asked -> Fixture.ended(asked, new Outcome.AgentFailed("again")));

        engine.run(resumed(parallel(1)));

        assertThat(engine.world.dispatches(3)).extracting(Dispatch::attempt).containsExactly(4, 5, 6);
    }

    @Test
    void isNewerThanAnythingTheEarlierExecutionWrote() {
        engine.plan(task(1), task(3));
        engine.world.before(EARLIER, Fixture.PLAN, state(1, TaskStatus.COMPLETED, 1), state(3, TaskStatus.FAILED, 3));

        engine.run(resumed(parallel(1)));

        assertThat(engine.world.records.get(0).header().sequence()).isGreaterThan(1_000_000);
        assertThat(engine.world.recorded(3).sequence()).isGreaterThan(1_000_000);
        assertThat(engine.world.recordedHeader().startedAt()).isEqualTo(THEN);
    }

    @Test
    void waitsForTheTaskOfATerminatedExecutionToEnd() {
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        engine.plan(task(1));
        engine.world.agent(1, asked -> {
            World.awaitDeaf(ending);
            World.await(never);
            return Fixture.worked(asked);
        });
        GoalWorkflow first = engine.start(Fixture.request(parallel(1)));
        engine.untilJournal("start 1");
        WorkflowStub.fromTyped(first).terminate("by hand");
        engine.cancelTask(1);
        engine.untilActivityIsToCancel(1);

        engine.untilRecorded(1, TaskStatus.WORKING);
        engine.world.before(engine.world.recordedHeader(), Fixture.PLAN, engine.world.recorded(1));
        GoalWorkflow second = engine.start(resumed(parallel(1)));
        Awaitility.await()
                .atMost(Engine.SOON)
                .until(() -> engine.world.recorded(1).sequence() > 1_000_000);
        ending.countDown();

        assertThat(engine.result(second).completed()).isEqualTo(1);
    }

    private static TaskState state(int task, TaskStatus status, int attempts) {
        TaskState state = TaskState.pending(id(task));
        for (int number = 1; number <= attempts; number++) {
            state = state.withAttempt(new Attempt(
                    number,
                    0,
                    "scripted",
                    "old-session",
                    THEN,
                    THEN,
                    0.25,
                    new Outcome.AgentFailed("before"),
                    null,
                    List.of()));
        }
        return state.withStatus(status, null);
    }
}
