package dev.lindy.project.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

/** Reads configs in tests. */
final class Configs {

    private Configs() {}

    static ProjectConfig valid(String yaml) {
        ConfigReading reading = ConfigLoader.parse(yaml, "orchestrator.yaml");
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.config());
    }

    static List<String> problems(String yaml) {
        ConfigReading reading = ConfigLoader.parse(yaml, "orchestrator.yaml");
        assertThat(reading.config()).isNull();
        return reading.problems().stream()
                .map(problem -> problem.text() + (problem.hint() == null ? "" : " | " + problem.hint()))
                .toList();
    }

    static List<String> warnings(String yaml) {
        ConfigReading reading = ConfigLoader.parse(yaml, "orchestrator.yaml");
        assertThat(reading.problems()).isEmpty();
        return reading.warnings().stream()
                .map(warning -> warning.text() + (warning.hint() == null ? "" : " | " + warning.hint()))
                .toList();
    }
}
