package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.id;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activity.PlannedTask;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoardTest {

    @Test
    void skipsTransitivelyWhatWaitsForAFailedTask() {
        Board board = board(task(1), task(2, 1), task(3, 2), task(4));

        fail(board, 1);

        assertThat(statuses(board))
                .containsExactly(TaskStatus.FAILED, TaskStatus.SKIPPED, TaskStatus.SKIPPED, TaskStatus.PENDING);
    }

    @Test
    void retriesWhatWasSkippedAlsoWhereThePlanIsNotInOrder() {
        Board board = board(task(3, 2), task(2, 1), task(1));
        fail(board, 1);

        board.retry(id(1));

        assertThat(statuses(board)).containsOnly(TaskStatus.PENDING);
    }

    @Test
    void leavesSkippedWhatWaitsForAnotherFailedTask() {
        Board board = board(task(1), task(2), task(3, 1, 2), task(4, 3), task(5, 1));
        fail(board, 1);
        fail(board, 2);

        board.retry(id(1));

        assertThat(statuses(board))
                .containsExactly(
                        TaskStatus.PENDING,
                        TaskStatus.FAILED,
                        TaskStatus.SKIPPED,
                        TaskStatus.SKIPPED,
                        TaskStatus.PENDING);
    }

    @Test
    void leavesSkippedWhatAPersonLeftOut() {
        Board board = board(task(1), task(2, 1), task(3, 2));
        board.leaveOut(board.state(id(2)));
        fail(board, 1);

        board.retry(id(1));

        assertThat(statuses(board)).containsExactly(TaskStatus.PENDING, TaskStatus.SKIPPED, TaskStatus.SKIPPED);
        board.retry(id(2));
        assertThat(statuses(board)).containsOnly(TaskStatus.PENDING);
    }

    @Test
    void keepsWhatAnEarlierExecutionCompletedAndDoesTheRestAgain() {
        TaskState completed = TaskState.pending(id(1)).completed("abc");
        TaskState failed = TaskState.pending(id(2)).withStatus(TaskStatus.FAILED, "no");
        TaskState working = TaskState.pending(id(3)).withStatus(TaskStatus.WORKING, null);
        TaskState stranger = TaskState.pending(id(9));

        Board board = new Board(
                List.of(task(1), task(2), task(3)), List.of(completed, failed, working, stranger), parallel(3));

        assertThat(board.state(id(1))).isEqualTo(completed);
        assertThat(board.state(id(2)).status()).isEqualTo(TaskStatus.PENDING);
        assertThat(board.state(id(2)).reason()).isNull();
        assertThat(board.state(id(3)).sequence()).isGreaterThan(1_000_000);
        assertThat(board.contains(id(9))).isFalse();
    }

    @Test
    void refusesAPlanThatCannotRun() {
        assertThatThrownBy(() -> board(task(1, 2), task(2, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void handsOutChangesInPagesAndTakesThemBack() {
        Board board = board(IntStream.rangeClosed(1, 5).mapToObj(Fixture::task).toArray(PlannedTask[]::new));

        List<TaskState> first = board.takeChanged(3);
        List<TaskState> second = board.takeChanged(3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(board.hasChanges()).isFalse();
        fail(board, 1);
        board.putBack(List.of(id(1), id(2)));
        assertThat(board.takeChanged(9))
                .extracting(TaskState::status)
                .containsExactly(TaskStatus.FAILED, TaskStatus.PENDING);
    }

    @Test
    void isCompletedOnlyWhereEveryTaskIs() {
        Board board = board(task(1), task(2));
        board.close(board.state(id(1)).completed("abc"));
        assertThat(board.isSettled()).isFalse();

        board.leaveOut(board.state(id(2)));

        assertThat(board.isSettled()).isTrue();
        assertThat(board.verdict()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void cancelsOnlyWhatWasNotStarted() {
        Board board = board(task(1), task(2), task(3));
        board.put(board.state(id(1)).withStatus(TaskStatus.WORKING, null));
        fail(board, 2);

        board.cancelWaiting();

        assertThat(statuses(board)).containsExactly(TaskStatus.WORKING, TaskStatus.FAILED, TaskStatus.CANCELED);
    }

    private static Board board(PlannedTask... tasks) {
        return new Board(List.of(tasks), List.of(), parallel(3));
    }

    private static void fail(Board board, int task) {
        board.close(board.state(id(task)).withStatus(TaskStatus.FAILED, "no"));
    }

    private static List<TaskStatus> statuses(Board board) {
        return board.tasks().stream()
                .map(task -> board.state(task.id()).status())
                .toList();
    }
}
