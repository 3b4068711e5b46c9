package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.id;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.plan.TaskId;
import dev.lindy.run.RunHeader.Attention;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SteeringRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final List<String> orders = new ArrayList<>();
    private final RunProgress progress = new RunProgress(request(parallel(2)), NOW);
    private final Steering steering = new Steering(progress, new Steering.Crew() {
        @Override
        public void hold(boolean held) {
            orders.add("hold " + held);
        }

        @Override
        public void cancel(TaskId id) {
            orders.add("cancel " + id);
        }
    });
    private final Board board = new Board(List.of(task(1), task(2, 1), task(3)), List.of(), parallel(2));

    @Test
    void goesBackToWhatItDidBeforeThePause() {
        progress.phase(RunStatus.AWAITING_APPROVAL);
        steering.pause("lunch", "resume");
        progress.phase(RunStatus.RUNNING);
        assertThat(progress.header().status()).isEqualTo(RunStatus.PAUSED);

        steering.resume();

        assertThat(progress.header().status()).isEqualTo(RunStatus.RUNNING);
        assertThat(progress.header().attention()).isNull();
        assertThat(orders).containsExactly("hold true", "hold false");
    }

    @Test
    void saysWhyItIsPaused() {
        steering.pause("lunch", "resume");

        assertThat(progress.header().attention()).isEqualTo(new Attention("paused by the user: lunch", "resume"));
    }

    @Test
    void approvesOnlyWhatWaitsForIt() {
        refused(steering::checkApprove, "the run does not wait for an approval");
        steering.awaitApproval();
        assertThatCode(steering::checkApprove).doesNotThrowAnyException();

        steering.approve();

        refused(steering::checkApprove, "the plan is approved already");
    }

    @Test
    void pausesAndResumesInTurn() {
        refused(steering::checkResume, "the run is not paused");
        steering.pause(null, "resume");

        refused(steering::checkPause, "the run is paused already");
    }

    @Test
    void refusesEverythingOnceTheRunHasEnded() {
        steering.board(board);
        steering.awaitApproval();
        progress.ended(RunStatus.FAILED, NOW);

        for (ThrowingCallable check : List.<ThrowingCallable>of(
                steering::checkApprove,
                steering::checkPause,
                steering::checkResume,
                () -> steering.checkRetry(id(1)),
                () -> steering.checkSkip(id(1)))) {
            refused(check, "the run is failed already");
        }
    }

    @Test
    void refusesTasksThatAreNotThere() {
        refused(() -> steering.checkSkip(id(1)), "the run has no plan yet");
        steering.board(board);
        refused(() -> steering.checkRetry(id(9)), "the plan has no task-9");
    }

    @Test
    void sendsARetryToTheTaskThatBlocks() {
        steering.board(board);
        board.close(board.state(id(1)).withStatus(TaskStatus.FAILED, "no"));

        refused(() -> steering.checkRetry(id(2)), "task-2 waits for task-1, which did not complete; retry that one");
        assertThatCode(() -> steering.checkRetry(id(1))).doesNotThrowAnyException();
    }

    @Test
    void cancelsATaskAtWorkAndLeavesItOutOnceItHasEnded() {
        steering.board(board);
        TaskState working = board.state(id(1)).withStatus(TaskStatus.WORKING, null);
        board.put(working);

        steering.skip(id(1));

        assertThat(orders).containsExactly("cancel task-1");
        refused(() -> steering.checkSkip(id(1)), "task-1 is being skipped already");
        assertThat(board.state(id(2)).status()).isEqualTo(TaskStatus.PENDING);
        steering.close(working.withStatus(TaskStatus.CANCELED, "canceled"));
        assertThat(board.state(id(1)).reason()).isEqualTo("skipped by the user");
        assertThat(board.state(id(2)).status()).isEqualTo(TaskStatus.SKIPPED);
    }

    @Test
    void keepsATaskThatCompletedBeforeItCouldBeSkipped() {
        steering.board(board);
        TaskState working = board.state(id(1)).withStatus(TaskStatus.WORKING, null);
        board.put(working);
        steering.skip(id(1));

        steering.close(working.completed("abc"));

        assertThat(board.state(id(1)).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(board.state(id(2)).status()).isEqualTo(TaskStatus.PENDING);
    }

    @Test
    void refusesToSkipWhatHasEnded() {
        steering.board(board);
        board.close(board.state(id(1)).completed("abc"));

        refused(() -> steering.checkSkip(id(1)), "task-1 is completed already");
    }

    @Test
    void keepsAChangeUntilItIsNoted() {
        assertThat(steering.hasChanged()).isFalse();
        steering.changed();
        assertThat(steering.hasChanged()).isTrue();
        assertThat(steering.hasChanged()).isTrue();

        steering.noteChanges();

        assertThat(steering.hasChanged()).isFalse();
    }

    private static void refused(ThrowingCallable check, String reason) {
        assertThatThrownBy(check).isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
            assertThat(failure.getOriginalMessage()).isEqualTo(reason);
            assertThat(failure.getType()).isEqualTo("REQUEST_INVALID");
        });
    }
}
