package dev.lindy.project.config.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import dev.lindy.project.config.ConfigValue;
import dev.lindy.project.config.key.ConfigKey;
import dev.lindy.project.config.key.ConfigKeys;
import dev.lindy.project.config.key.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key can be set in the files of the original: it gets its value, and no other key another one. */
class EveryKeyEditTest {

    private static final List<String> FILES = List.of("minimal", "module-scoped-gates", "full.v060", "v0154");

    @TempDir
    private Path root;

    static List<ConfigKey> keys() {
        return ConfigKeys.list();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void changesThatKeyAlone(ConfigKey key) throws Exception {
        for (String name : FILES) {
            String text = resource("/samples/orchestrator." + name + ".yaml");
            String asked = key.path()
                    .replace("modules[]", "modules[0]")
                    .replace("custom[]", "custom[0]")
                    .replace("<module>", "api");
            boolean isInList = !asked.equals(key.path().replace("<module>", "api"));
            boolean hasItem =
                    load(text).values().stream().anyMatch(value -> value.key().equals(asked));
            if ((isInList && !hasItem) || namesAModule(key)) {
                continue;
            }
            String value = Samples.other(key);

            ConfigReading edited = load(ConfigEdit.set(text, root.resolve("orchestrator.yaml"), asked, value)
                    .text());

            assertThat(edited.problems()).as(name).isEmpty();
            assertThat(value(edited, asked)).as(name).isEqualTo(value);
        }
    }

    /** What other keys of a file have to agree with. */
    private static boolean namesAModule(ConfigKey key) {
        return Set.of("modules[].name", "qa_gates.custom[].modules", "safety.module_concurrency.<module>")
                .contains(key.path());
    }

    private static String value(ConfigReading reading, String key) {
        ConfigValue value = reading.values().stream()
                .filter(one ->
                        one.key().replace("structural_check", "structural").equals(key) && one.isWritten())
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not written"));
        return String.valueOf(value.value());
    }

    private static ConfigReading load(String text) {
        return ConfigLoader.parse(text, "orchestrator.yaml");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = EveryKeyEditTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
