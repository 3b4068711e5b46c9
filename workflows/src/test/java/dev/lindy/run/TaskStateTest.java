package dev.lindy.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.plan.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskStateTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    static Stream<UnaryOperator<TaskState>> changes() {
        return Stream.of(
                state -> state.withStatus(TaskStatus.WORKING, null),
                state -> state.withBranch("af/task-1"),
                state -> state.completed("abc"),
                state -> state.withAttempt(attempt(1, 0)),
                TaskState::handedOver);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isNewerAfterEveryChange(UnaryOperator<TaskState> change) {
        TaskState before = TaskState.pending(TaskId.of(1)).withStatus(TaskStatus.PENDING, null);

        assertThat(change.apply(before).sequence()).isGreaterThan(before.sequence());
    }

    @Test
    void outranksItsFormerKeeperAfterAHandOver() {
        TaskState keeper = TaskState.pending(TaskId.of(1));
        TaskState taker = keeper.handedOver();
        for (int change = 0; change < 10_000; change++) {
            keeper = keeper.withStatus(TaskStatus.WORKING, null);
        }

        assertThat(taker.sequence()).isGreaterThan(keeper.sequence());
        assertThat(taker.handedOver().sequence()).isEqualTo(2_000_000);
    }

    @Test
    void replacesAnAttemptOfTheSameNumber() {
        TaskState state = TaskState.pending(TaskId.of(1))
                .withAttempt(attempt(1, 0))
                .withAttempt(attempt(1, 1))
                .withAttempt(attempt(2, 0));

        assertThat(state.attempts()).containsExactly(attempt(1, 1), attempt(2, 0));
        assertThat(state.costUsd()).isEqualTo(0.5);
    }

    @Test
    void forgetsWhyItFailedOnceItIsCompleted() {
        TaskState failed = TaskState.pending(TaskId.of(1)).withStatus(TaskStatus.FAILED, "no");

        assertThat(failed.completed("abc").reason()).isNull();
    }

    private static Attempt attempt(int number, int part) {
        return new Attempt(number, part, "scripted", null, NOW, null, 0.25, null, null, List.of());
    }
}
