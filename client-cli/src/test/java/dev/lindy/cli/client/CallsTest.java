package dev.lindy.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CallsTest {

    private static final StatusRuntimeException NOT_READY = Status.FAILED_PRECONDITION
            .withDescription("Unable to perform workflow execution update due to Workflow Task in failed state.")
            .asRuntimeException();

    @Test
    void waitsForAWorkflowWhoseLastTaskDiedWithItsWorker() {
        AtomicInteger number = new AtomicInteger();

        try (Calls calls = new Calls("127.0.0.1:1", "lindy", Duration.ofSeconds(30))) {
            int answer = calls.answered(() -> {
                if (number.incrementAndGet() < 3) {
                    throw NOT_READY;
                }
                return number.get();
            });

            assertThat(answer).isEqualTo(3);
        }
    }

    @Test
    void asksForAWorkerWhereTheWorkflowIsNotReadyInTime() {
        try (Calls calls = new Calls("127.0.0.1:1", "lindy", Duration.ofMillis(500))) {
            assertThatThrownBy(() -> calls.answered(() -> {
                        throw NOT_READY;
                    }))
                    .asInstanceOf(InstanceOfAssertFactories.type(UserProblem.class))
                    .extracting(UserProblem::exitCode)
                    .isEqualTo(ExitCode.NO_WORKER);
        }
    }
}
