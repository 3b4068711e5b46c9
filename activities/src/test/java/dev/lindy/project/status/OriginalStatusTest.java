package dev.lindy.project.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.project.DifferencesPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STATUS.md files are read as the original did, save for what it clearly misread. */
class OriginalStatusTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Where we differ on purpose: what is changed in the original's answer, and why. */
    private static final Map<String, Consumer<ObjectNode>> DIFFERENCES = Map.of(
            "messy",
            OriginalStatusTest::readMessyBetter,
            // a byte order mark hid the first heading, and with it that the module is in trouble
            "bom-crlf",
            golden -> ((ObjectNode) golden.path("meta")).put("overall_health", "RED"));

    @ParameterizedTest
    @ValueSource(strings = {"clean", "sparse", "messy", "bom-crlf"})
    void readsTheSamplesOfTheOriginal(String name) throws IOException {
        ObjectNode golden = (ObjectNode) MAPPER.readTree(resource("expected/STATUS." + name + ".parsed.json"));
        DIFFERENCES.getOrDefault(name, same -> {}).accept(golden);

        assertThat(shape(StatusReader.parse(resource("STATUS." + name + ".md"))))
                .isEqualTo(golden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "sparse", "messy", "bom-crlf"})
    void differsExactlyWhereTheListOfDifferencesSaysSo(String name) throws IOException {
        JsonNode golden = MAPPER.readTree(resource("expected/STATUS." + name + ".parsed.json"));
        boolean differs =
                !shape(StatusReader.parse(resource("STATUS." + name + ".md"))).equals(golden);

        assertThat(DifferencesPage.read().goldens().containsKey("STATUS." + name + ".parsed.json"))
                .isEqualTo(differs);
    }

    @Test
    void summarizesForThePlannerAsTheOriginal() throws IOException {
        JsonNode golden = MAPPER.readTree(resource("expected/planner-status-summaries.json"));

        assertThat(summary("clean")).isEqualTo(golden.path("clean").asText());
        assertThat(summary("sparse")).isEqualTo(golden.path("sparse").asText());
        assertThat(StatusSummary.NOT_FOUND).isEqualTo(golden.path("absent").asText());
        // follows from what is read better
        assertThat(summary("messy"))
                .isEqualTo(golden.path("messy")
                        .asText()
                        .replace("Active work: 5 tasks", "Active work: 3 tasks")
                        .replace("'None', 'Redis", "'starred blocker is invisible', 'Redis"));
    }

    private static void readMessyBetter(ObjectNode golden) {
        ArrayNode work = (ArrayNode) golden.path("active_work");
        // an escaped pipe is part of its cell
        ((ObjectNode) work.get(1))
                .put("task", "Handle a | b separators")
                .put("status", "in_progress")
                .put("blocked_by", "WK-1")
                .put("started", "2026-04-29")
                .put("notes", "escaped pipe shifts columns");
        // header and separator of a second table are no rows
        work.remove(3);
        work.remove(2);
        // bullets may be stars
        ArrayNode backlog = (ArrayNode) golden.path("backlog");
        backlog.insert(2, "starred bullets are invisible");
        // the same, and `None` blocks nobody
        ((ArrayNode) golden.path("blockers")).set(0, "starred blocker is invisible");
    }

    private static String summary(String name) throws IOException {
        return StatusSummary.of(StatusReader.parse(resource("STATUS." + name + ".md")));
    }

    private static JsonNode shape(ModuleStatus status) {
        ObjectNode root = MAPPER.createObjectNode();
        root.putObject("meta")
                .put("module", status.module())
                .put("last_updated", status.lastUpdated())
                .put("agent_session", status.agentSession())
                .put("overall_health", status.health());
        root.set("active_work", renamed(status.activeWork(), Map.of("blockedBy", "blocked_by")));
        root.set("completed", renamed(status.completed(), Map.of()));
        root.set("backlog", MAPPER.valueToTree(status.backlog()));
        Map<String, String> ends = Map.of("from", "from_module", "to", "to_module");
        root.set("requests", renamed(status.requests(), ends));
        root.set("deliverables", renamed(status.deliverables(), ends));
        root.set("key_metrics", MAPPER.valueToTree(status.keyMetrics()));
        root.set("blockers", MAPPER.valueToTree(status.blockers()));
        return root;
    }

    private static JsonNode renamed(List<?> rows, Map<String, String> names) {
        ArrayNode array = MAPPER.createArrayNode();
        for (JsonNode row : MAPPER.<JsonNode>valueToTree(rows)) {
            ObjectNode shape = array.addObject();
            row.properties()
                    .forEach(cell -> shape.set(names.getOrDefault(cell.getKey(), cell.getKey()), cell.getValue()));
        }
        return array;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = OriginalStatusTest.class.getResourceAsStream("/samples/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
