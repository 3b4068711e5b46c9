package dev.lindy.worker.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.activities.agent.api.ApiQuestion;
import dev.lindy.activities.agent.model.ScriptedModel;
import dev.lindy.activities.agent.model.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiPlannerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScriptedModel model = ScriptedModel.start();
    private final Map<String, String> environment = new LinkedHashMap<>(model.environment(Path.of("unused")));

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void givesTheInputOfTheToolAsTheAnswer() throws IOException {
        model.when("Plan it", Step.structured(json("{\"tasks\":[{\"id\":1}]}")));

        JsonNode result = result();

        assertThat(result.path("is_error").asBoolean()).isFalse();
        assertThat(result.at("/structured_output/tasks/0/id").asInt()).isEqualTo(1);
        assertThat(result.at("/usage/output_tokens").asInt()).isEqualTo(20);
    }

    @Test
    void makesTheModelUseTheToolWithTheSchema() throws IOException {
        model.when("Plan it", Step.structured(json("{\"tasks\":[]}")));

        result();

        JsonNode request = json(model.log().get(0).raw());
        assertThat(request.at("/tool_choice/name").asText()).isEqualTo("StructuredOutput");
        assertThat(request.at("/tools/0/input_schema/properties/tasks/type").asText())
                .isEqualTo("array");
        assertThat(request.at("/tools/0/input_schema/required/0").asText()).isEqualTo("tasks");
        assertThat(request.path("model").asText()).isEqualTo("a-model");
        assertThat(request.path("max_tokens").asInt()).isEqualTo(4096);
    }

    /** W-36. */
    @Test
    void anAnswerThatWasCutIsNoAnswer() throws IOException {
        model.when("Plan it", Step.cut(json("{\"tasks\":[]}")));

        JsonNode result = result();

        assertThat(result.path("is_error").asBoolean()).isTrue();
        assertThat(result.has("structured_output")).isFalse();
        assertThat(result.path("result").asText()).contains("cut at 4096 tokens (`planner.max_tokens`)");
        assertThat(result.at("/usage/output_tokens").asInt()).isEqualTo(20);
    }

    @Test
    void proseIsNoAnswer() throws IOException {
        model.when("Plan it", Step.say("{\"tasks\":[]}"));

        assertThat(result().path("result").asText()).isEqualTo("the model gave no plan (stop reason `end_turn`)");
    }

    @Test
    void asksOnceAndTellsTheStatus() throws IOException {
        model.when("Plan it", Step.error(529, "overloaded_error", "Overloaded"));

        JsonNode result = result();

        assertThat(result.path("api_error_status").asInt()).isEqualTo(529);
        assertThat(result.path("result").asText()).isEqualTo("Overloaded");
        assertThat(model.log()).hasSize(1);
    }

    @Test
    void namesTheKeyOfAModelThatIsNotThere() throws IOException {
        model.when("Plan it", Step.error(404, "not_found_error", "model: a-model"));

        assertThat(result().path("result").asText())
                .isEqualTo("the API does not know the model `a-model` (`planner.model`): model: a-model");
    }

    @Test
    void tellsWhenTheQuotaIsBack() throws IOException {
        model.when("Plan it", Step.limited(60));

        List<JsonNode> events = events();

        assertThat(events.get(0).at("/rate_limit_info/resetsAt").asLong()).isGreaterThan(1_600_000_000L);
        assertThat(events.get(1).path("api_error_status").asInt()).isEqualTo(429);
    }

    @Test
    void withoutAKeyNothingIsAsked() throws IOException {
        environment.remove("ANTHROPIC_API_KEY");

        JsonNode result = result();

        assertThat(result.path("api_error_status").asInt()).isEqualTo(401);
        assertThat(result.path("result").asText())
                .isEqualTo("neither ANTHROPIC_API_KEY nor ANTHROPIC_AUTH_TOKEN is set");
        assertThat(model.log()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsAFaultOfTheNetwork() throws IOException {
        model.close();

        JsonNode result = result();

        assertThat(result.path("terminal_reason").asText()).isEqualTo("api_error");
        assertThat(result.has("api_error_status")).isFalse();
        assertThat(result.path("result").asText()).contains("refused");
    }

    private JsonNode result() throws IOException {
        List<JsonNode> events = events();
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.path("type").asText()).isEqualTo("result");
        return last;
    }

    private List<JsonNode> events() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new ApiPlanner(environment, new ApiEvents(out))
                    .ask(
                            new ApiQuestion(
                                    "a-model",
                                    4096,
                                    "Plan it",
                                    json(
                                            "{\"type\":\"object\",\"properties\":{\"tasks\":{\"type\":\"array\"}},\"required\":[\"tasks\"]}")));
        }
        List<JsonNode> events = new ArrayList<>();
        for (String line : bytes.toString(StandardCharsets.UTF_8).lines().toList()) {
            events.add(json(line));
        }
        return events;
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }
}
