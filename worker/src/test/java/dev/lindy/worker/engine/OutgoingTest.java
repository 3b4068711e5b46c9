package dev.lindy.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.failure.FailureType;
import org.junit.jupiter.api.Test;

class OutgoingTest {

    @Test
    void carriesAnOrdinaryResult() {
        assertThat(Outgoing.of("done").payload().orElseThrow().getData().toStringUtf8())
                .isEqualTo("\"done\"");
    }

    @Test
    void refusesWhatTemporalMustNotCarry() {
        String large = "x".repeat(Outgoing.LIMIT);

        assertThatThrownBy(() -> Outgoing.of(large))
                .isInstanceOfSatisfying(
                        LindyException.class,
                        problem -> assertThat(problem.type()).isEqualTo(FailureType.RESULT_TOO_LARGE))
                .hasMessageContaining("the limit is 262,144");
    }
}
