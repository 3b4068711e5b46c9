package dev.lindy.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {

    @Test
    void hasTheDefaultsOfTheDocumentation() {
        RunPolicy run = RunPolicy.defaults();
        AttemptPolicy attempts = run.attempts();

        assertThat(run.maxParallel()).isEqualTo(3);
        assertThat(run.maxPlanRequests()).isEqualTo(3);
        assertThat(run.approvePlan()).isFalse();
        assertThat(attempts)
                .isEqualTo(new AttemptPolicy(
                        2, 1, 3, 10, Duration.ofSeconds(10), Duration.ofMinutes(10), 4, Duration.ofMinutes(15), 4));
    }

    @Test
    void refusesLimitsThatLetNothingRun() {
        assertThatThrownBy(() -> new RunPolicy(0, Map.of(), false, 3, AttemptPolicy.defaults()))
                .hasMessage("maxParallel must be 1 to 500: 0");
        assertThatThrownBy(() -> new RunPolicy(1, Map.of("api", 0), false, 3, AttemptPolicy.defaults()))
                .hasMessage("moduleConcurrency of api must be positive: 0");
        assertThatThrownBy(() -> new AttemptPolicy(2, 1, 3, 10, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, 4))
                .hasMessage("maxGateRuns must be positive: 0");
    }
}
