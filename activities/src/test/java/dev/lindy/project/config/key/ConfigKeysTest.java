package dev.lindy.project.config.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import dev.lindy.project.config.ConfigValue;
import dev.lindy.project.config.ProjectConfig;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loader does for each key what the list of keys says of it. */
class ConfigKeysTest {

    private static final String EVERY_SECTION = """
            modules: [{name: api, path: api}]
            qa_gates: {custom: [{name: unit, command: make}]}
            safety: {module_concurrency: {api: 1}}
            """;

    static List<ConfigKey> keys() {
        return ConfigKeys.list();
    }

    @Test
    void namesEveryKeyThatTheLoaderReadsAndNoOther() {
        TreeSet<String> read = new TreeSet<>();
        load(EVERY_SECTION).values().forEach(value -> read.add(described(value).path()));

        assertThat(read)
                .containsExactlyElementsOf(
                        new TreeSet<>(keys().stream().map(ConfigKey::path).toList()));
        assertThat(keys()).extracting(ConfigKey::path).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void saysTheDefault(ConfigKey key) {
        if (key.isRequired() || key.path().endsWith("<module>")) {
            return;
        }
        ConfigValue value = value(load(EVERY_SECTION), key);

        Object expected = key.inherits() == null
                ? key.fallback()
                : value(load(EVERY_SECTION), named(key.inherits())).value();

        assertThat(value.isWritten()).isFalse();
        assertThat(String.valueOf(value.value())).isEqualTo(String.valueOf(expected));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isReadAndEitherLiveOrWarnsWithTheReason(ConfigKey key) {
        ProjectConfig before = Objects.requireNonNull(load(EVERY_SECTION).config());

        ConfigReading reading = load(Samples.file(key, Samples.other(key)));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.config()).isNotEqualTo(before);
        assertThat(value(reading, key).isWritten()).isTrue();
        assertThat(value(reading, key).position().line()).isPositive();
        if (key.isLive()) {
            assertThat(reading.warnings()).isEmpty();
        } else {
            assertThat(reading.warnings())
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.message())
                            .contains("`" + key.section())
                            .endsWith("has no effect: " + key.unused()));
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void refusesWhatTheTypeDoesNotAllow(ConfigKey key) {
        for (String wrong : Samples.wrong(key)) {
            assertThat(load(Samples.file(key, wrong)).problems())
                    .as(wrong)
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.line()).isPositive());
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void asksForNothingWithItsDefault(ConfigKey key) {
        if (key.fallback() == null || key.isLive()) {
            return;
        }
        String value = key.fallback() instanceof List<?> list ? list.toString() : "" + key.fallback();

        assertThat(load(Samples.file(key, value.isEmpty() ? "''" : value)).warnings())
                .isEmpty();
    }

    @Test
    void knowsTheOldNameAndTheShorthand() {
        assertThat(path("/qa_gates/structural_check/max_file_lines")).isEqualTo("qa_gates.structural.max_file_lines");
        assertThat(path("/qa_gates/api/0/timeout")).isEqualTo("qa_gates.custom[].timeout");
        assertThat(path("/safety/module_concurrency/web")).isEqualTo("safety.module_concurrency.<module>");
        assertThat(ConfigKeys.at(JsonPointer.compile("/qa_gates/api/timeout"))).isEmpty();
        assertThat(ConfigKeys.at(JsonPointer.compile("/safety/max_paralel"))).isEmpty();
    }

    @Test
    void saysItOnceOfASectionWithoutAnyEffect() {
        ConfigReading reading = load("otel: {enabled: true, exporter: otlp, endpoint: x}\nplanner: {prompt: b}");

        assertThat(reading.warnings())
                .extracting(warning -> warning.text())
                .containsExactly(
                        "orchestrator.yaml:1:8: `otel` has no effect: traces are not exported in this version",
                        "orchestrator.yaml:2:11: `planner.prompt` has no effect: no version has ever used it");
    }

    private static String path(String pointer) {
        return ConfigKeys.at(JsonPointer.compile(pointer)).orElseThrow().path();
    }

    private static ConfigKey named(String path) {
        return keys().stream()
                .filter(key -> key.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static ConfigReading load(String yaml) {
        return ConfigLoader.parse(yaml, "orchestrator.yaml");
    }

    private static ConfigValue value(ConfigReading reading, ConfigKey key) {
        return reading.values().stream()
                .filter(value -> described(value).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static ConfigKey described(ConfigValue value) {
        return value.description().orElseThrow(() -> new AssertionError(value.key() + " is not in the list"));
    }
}
