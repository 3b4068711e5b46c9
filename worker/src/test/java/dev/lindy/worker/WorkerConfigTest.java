package dev.lindy.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerConfigTest {

    @Test
    void hasTheseDefaults() {
        assertThat(WorkerConfig.from(Map.of()))
                .isEqualTo(new WorkerConfig(
                        16,
                        32,
                        2,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofDays(90),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(5)));
    }

    @Test
    void readsEverySettingFromItsVariable() {
        Map<String, String> environment = Map.ofEntries(
                Map.entry("LINDY_WORKER_MAX_PROGRAMS", "3"),
                Map.entry("LINDY_WORKER_MAX_ACTIVITIES", "4"),
                Map.entry("LINDY_WORKER_POLLERS", "5"),
                Map.entry("LINDY_WORKER_DEADLOCK", "6s"),
                Map.entry("LINDY_WORKER_HEARTBEAT_THROTTLE", "700ms"),
                Map.entry("LINDY_WORKER_STICKY", "8s"),
                Map.entry("LINDY_WORKER_RETENTION", "9d"),
                Map.entry("LINDY_WORKER_HEALTH", "10s"),
                Map.entry("LINDY_WORKER_CALL", "11s"),
                Map.entry("LINDY_WORKER_TAKEOVER", "12s"),
                Map.entry("LINDY_WORKER_SWEEP", "13s"),
                Map.entry("LINDY_WORKER_STRAY", "14h"),
                Map.entry("LINDY_WORKER_DRAIN", "7s"),
                Map.entry("LINDY_WORKER_XMX", "2g"),
                Map.entry("LINDY_STATE", "/elsewhere"));

        assertThat(WorkerConfig.from(environment))
                .isEqualTo(new WorkerConfig(
                        3,
                        4,
                        5,
                        Duration.ofSeconds(6),
                        Duration.ofMillis(700),
                        Duration.ofSeconds(8),
                        Duration.ofDays(9),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(11),
                        Duration.ofSeconds(12),
                        Duration.ofSeconds(13),
                        Duration.ofHours(14),
                        Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource({
        "POLLERS, two, 'LINDY_WORKER_POLLERS is `two`, expected a whole number such as `4`'",
        "POLLERS, 0, pollers must be positive: 0",
        "STICKY, 5, 'LINDY_WORKER_STICKY is `5`, expected a duration such as `5s`'",
        "STICKY, -1s, 'LINDY_WORKER_STICKY is `-1s`, expected a duration such as `5s`'",
        "DRAIN, 1m, drain must be at most 8 s: PT1M",
    })
    void saysWhatIsWrong(String name, String value, String message) {
        Map<String, String> environment = Map.of("LINDY_WORKER_" + name, value);

        assertThatThrownBy(() -> WorkerConfig.from(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesSlips() {
        assertThatThrownBy(() -> WorkerConfig.from(Map.of("LINDY_WORKER_POLERS", "2")))
                .hasMessageStartingWith("unknown setting: LINDY_WORKER_POLERS; there are CALL, DEADLOCK, ");
    }
}
