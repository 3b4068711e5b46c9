package dev.lindy.project.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.payload.Payloads;
import dev.lindy.project.DifferencesPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Config files of the original mean what they meant there. */
class OriginalConfigsTest {
    /** Where we differ on purpose: key, then the original's value and ours. */
    private static final Map<String, Map<String, String>> DIFFERENCES = Map.of(
            // 0.6.0 never used the key: its planner had the dispatcher's time
            "minimal", Map.of("planner.timeout_seconds", "120 -> 1800"),
            "module-scoped-gates", Map.of("planner.timeout_seconds", "120 -> 1800"),
            // defaults of 0.6.0 count, also in files of 0.15.4
            "v0154", Map.of("dispatcher.stall_escalation.warn_after_seconds", "150 -> 300"),
            "full.v060", Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "module-scoped-gates", "full.v060", "v0154"})
    void readsEveryKeyAsTheOriginalDid(String name) throws IOException {
        JsonNode original = new ObjectMapper().readTree(resource("expected/orchestrator." + name + ".loaded.json"));
        JsonNode ours = OriginalShape.of(Configs.valid(resource("orchestrator." + name + ".yaml")));

        Map<String, String> differences = new TreeMap<>();
        compare("", original, ours, differences);

        assertThat(differences).isEqualTo(DIFFERENCES.get(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "module-scoped-gates", "full.v060", "v0154"})
    void differsExactlyWhereTheListOfDifferencesSaysSo(String name) throws IOException {
        assertThat(DifferencesPage.read().goldens().containsKey("orchestrator." + name + ".loaded.json"))
                .isEqualTo(!DIFFERENCES.get(name).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "module-scoped-gates", "full.v060", "v0154"})
    void survivesBeingFrozenAsJson(String name) throws IOException {
        ProjectConfig config = Configs.valid(resource("orchestrator." + name + ".yaml"));

        String json = Payloads.mapper().writeValueAsString(config);

        assertThat(Payloads.mapper().readValue(json, ProjectConfig.class)).isEqualTo(config);
    }

    private static void compare(String path, JsonNode original, JsonNode ours, Map<String, String> differences) {
        if (original instanceof ObjectNode) {
            original.properties()
                    .forEach(entry -> compare(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                            entry.getValue(),
                            ours.path(entry.getKey()),
                            differences));
        } else if (original.isArray()
                && original.size() == ours.size()
                && original.path(0).isObject()) {
            for (int i = 0; i < original.size(); i++) {
                compare(path + "[" + i + "]", original.get(i), ours.get(i), differences);
            }
        } else if (!original.equals(ours) && !original.asText().equals(ours.asText("?"))) {
            differences.put(path, original + " -> " + ours);
        } else if (original.isArray() && !original.equals(ours)) {
            differences.put(path, original + " -> " + ours);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = OriginalConfigsTest.class.getResourceAsStream("/samples/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
