package dev.lindy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PlanDocumentTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void readsAPlanSavedByTheOriginal() throws IOException {
        Plan plan = plan(resource("plan.json"), "plan.json");

        assertThat(plan.goal()).isEqualTo("Add refresh tokens to login");
        assertThat(plan.tasks())
                .extracting(Task::id, Task::module, Task::dependsOn, Task::priority, Task::changes)
                .containsExactly(
                        tuple(TaskId.of(1), "api", List.of(), 5, ChangePolicy.OPTIONAL),
                        tuple(TaskId.of(2), "web-ui", List.of(TaskId.of(1)), 0, ChangePolicy.OPTIONAL),
                        tuple(TaskId.of(3), "root", List.of(TaskId.of(1), TaskId.of(2)), 0, ChangePolicy.OPTIONAL));
        assertThat(plan.tasks().get(0).gates())
                .containsExactly(new GateSpec("command_check", Map.of("command", "python -m pytest services/api -q")));
        assertThat(plan.tasks().get(1).timeoutSeconds()).isEqualTo(900);
        assertThat(plan.tasks().get(1).stallSeconds()).isEqualTo(720);
    }

    @Test
    void savesAPlanAsTheOriginalDoes() throws IOException {
        String text = resource("plan.json");

        JsonNode saved = MAPPER.readTree(PlanDocument.toJson(plan(text, "plan.json")));

        saved.path("tasks").forEach(task -> ((ObjectNode) task).remove(List.of("size", "changes")));
        assertThat(saved).isEqualTo(MAPPER.readTree(text));
    }

    @Test
    void readsWhatThePlannerOfTheOriginalAnswered() throws IOException {
        PlanReading reading =
                PlanDocument.fromPlanner("Add refresh tokens to login", resource("plan.llm-response.txt"));

        JsonNode saved = MAPPER.readTree(PlanDocument.toJson(Objects.requireNonNull(reading.plan())));
        assertThat(saved.at("/tasks/0/changes").asText()).isEqualTo("required");
        saved.path("tasks").forEach(task -> ((ObjectNode) task).remove(List.of("size", "changes")));
        assertThat(saved).isEqualTo(MAPPER.readTree(resource("expected/plan.from-llm-response.json")));
    }

    @Test
    void readsPlansOfTheLaterVersion() throws IOException {
        Plan upgraded = plan(resource("expected/plan.json.read-by-v0154.json"), "plan.json");
        Plan later = plan(resource("plan.v0154.json"), "plan.json");

        assertThat(upgraded).isEqualTo(plan(resource("plan.json"), "plan.json"));
        assertThat(later.tasks().get(0).prompt())
                .isEqualTo("Issue a new access token for a valid refresh token. Run the api tests.");
        assertThat(later.tasks().get(1).dependsOn()).containsExactly(TaskId.of(1));
        assertThat(later.tasks().get(0).rubric().criteria())
                .containsExactly(
                        "A valid refresh token returns 200 and a new access token",
                        "An expired refresh token returns 401");
    }

    @Test
    void keepsWhatAnEvaluatorMeasuresBy() {
        String text = """
                goal: g
                tasks:
                  - {id: 1, module: root, description: d, prompt: p, evaluator_prompt: Be strict,
                     acceptance_criteria: [one, two]}
                  - {id: 2, module: root, description: d, prompt: p, acceptance_criteria: "- one\\n- two\\n"}
                """;

        Plan plan = plan(text, "plan.yaml");

        assertThat(plan.tasks())
                .extracting(Task::rubric)
                .containsExactly(new Rubric(List.of("one", "two"), "Be strict"), new Rubric(List.of("one", "two"), ""));
        assertThat(plan(PlanDocument.toJson(plan), "plan.json")).isEqualTo(plan);
    }

    @Test
    void readsItsOwnTextBackEqual() {
        Plan plan = plan("""
                goal: "größer als \\"vorher\\""
                tasks:
                  - id: 3
                    module: "*"
                    description: d
                    prompt: |
                      two
                      lines
                    size: l
                    changes: required
                    status: completed
                    priority: -1
                    depends_on: [1]
                    qa_checks:
                      - {gate: g, params: {list: [1, a, {b: null}], real: 1.5, flag: true}}
                  - {id: 1, department: api, description: d, prompt: p, size: s, stall_seconds: 60,
                     qa_checks: [{check_type: unit}]}
                """, "plan.yaml");

        assertThat(plan(PlanDocument.toJson(plan), "plan.json")).isEqualTo(plan);
        assertThat(plan.tasks().get(0).completed()).isTrue();
        assertThat(plan.tasks().get(0).prompt()).isEqualTo("two\nlines\n");
        assertThat(plan.tasks().get(1).module()).isEqualTo("api");
        assertThat(plan.tasks().get(1).gates()).containsExactly(new GateSpec("unit", Map.of()));
    }

    @Test
    void rendersStructuredPromptsAndLeavesOutEmptyParts() {
        Task task = plan("""
                        goal: g
                        tasks:
                          - id: 1
                            module: api
                            description: d
                            prompt: {objective: do it, context_files: [], constraints: null, verification: make test}
                        """, "plan.yaml").tasks().get(0);

        assertThat(task.prompt()).isEqualTo("## Objective\ndo it\n\n## Before committing, verify\n- make test");
    }

    @Test
    void chainsTasksWhereNoneSpeaksOfDependencies() {
        assertThat(dependencies("{id: 4, %s}, {id: 2, %s}, {id: 9, %s}"))
                .containsExactly(List.of(), List.of(TaskId.of(4)), List.of(TaskId.of(2)));
    }

    /** W-33. */
    @Test
    void takesEmptyListsForParallelTasks() {
        assertThat(dependencies("{id: 4, %s, depends_on: []}, {id: 2, %s}, {id: 9, %s, depends_on: null}"))
                .containsOnly(List.of());
    }

    @Test
    void acceptsNumbersInQuotesAndRepeatedDependencies() {
        assertThat(dependencies("{id: '1', %s}, {id: 2.0, %s, depends_on: ['1', 1]}, {id: 3, %s}"))
                .containsExactly(List.of(), List.of(TaskId.of(1)), List.of());
    }

    @Test
    void readsWhatAPlanFileSkips() {
        String plan = "{\"goal\": \"g\", \"tasks\": [{\"id\": 1, \"module\": \"root\", \"description\": \"d\","
                + " \"prompt\": \"p\", \"skip_qa\": true, \"skip_gates\": [\"lint\"]}]}";

        Plan read = plan(plan, "plan.json");

        assertThat(read.tasks().get(0).skips()).isEqualTo(new Skips(true, List.of("lint")));
        assertThat(plan(PlanDocument.toJson(read), "plan.json")).isEqualTo(read);
    }

    @Test
    void letsNoPlannerSkipGates() {
        String answer = "{\"tasks\": [{\"id\": 1, \"module\": \"root\", \"description\": \"d\", \"prompt\": \"p\","
                + " \"skip_qa\": true, \"skip_gates\": [\"lint\"]}]}";

        Plan read = Objects.requireNonNull(PlanDocument.fromPlanner("g", answer).plan());

        assertThat(read.tasks().get(0).skips()).isEqualTo(Skips.NONE);
    }

    @Test
    void letsNoPlannerDeclareATaskDone() {
        PlanReading reading = PlanDocument.fromPlanner("g", """
                {"tasks": [{"id": 1, "module": "api", "description": "d", "prompt": "p", "status": "completed",
                 "timeout_seconds": 1, "stall_seconds": 1}]}
                """);

        Task task = Objects.requireNonNull(reading.plan()).tasks().get(0);
        assertThat(task.completed()).isFalse();
        assertThat(task.timeoutSeconds()).isNull();
        assertThat(task.stallSeconds()).isNull();
    }

    /** W-32. */
    @Test
    void findsThePlanAmongBracesQuotesAndDrafts() {
        String task = "{\"id\": %d, \"module\": \"api\", \"description\": \"say \\\"}\\\"\", \"prompt\": \"p\"}";
        String answer = "Use { and \"quotes\" {like this}. First draft: {\"tasks\": [" + task.formatted(1)
                + "]}\nBetter: ```json\n{\"plan\": {\"tasks\": [" + task.formatted(2) + "]}}\n``` That's {it}.";

        PlanReading reading = PlanDocument.fromPlanner("g", answer);

        assertThat(Objects.requireNonNull(reading.plan()).tasks())
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(TaskId.of(2)));
    }

    @Test
    void saysWhyAnAnswerHoldsNoPlan() {
        assertThat(answerProblem("I cannot plan this.")).isEqualTo("the answer holds no JSON object");
        assertThat(answerProblem("{\"tasks\": [{\"id\": 1, \"module\": \"api\"}, {\"id\""))
                .isEqualTo("the JSON of the answer is cut off");
        assertThat(answerProblem("{\"error\": \"no\"}")).isEqualTo("the JSON of the answer holds no `tasks`");
        assertThat(answerProblem("{\"tasks\": []}")).isEqualTo("the plan has no tasks");
        assertThat(answerProblem("{\"tasks\": [1,,2]}")).startsWith("the JSON of the answer is broken: syntax error");
    }

    @Test
    @Timeout(20)
    void givesUpOnAnswersThatAreMadeToCostTime() {
        assertThat(answerProblem("{".repeat(1_000_000))).isEqualTo("the JSON of the answer is cut off");
        assertThat(answerProblem("{}".repeat(500_000))).isEqualTo("the JSON of the answer holds no `tasks`");
        assertThat(answerProblem("{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000)))
                .contains("nest");
    }

    private static String answerProblem(String answer) {
        PlanReading reading = PlanDocument.fromPlanner("g", answer);
        assertThat(reading.plan()).isNull();
        return reading.problems().get(0).message();
    }

    private static List<List<TaskId>> dependencies(String tasks) {
        String rest = "module: api, description: d, prompt: p";
        return plan("{goal: g, tasks: [" + tasks.replace("%s", rest) + "]}", "plan.yaml").tasks().stream()
                .map(Task::dependsOn)
                .toList();
    }

    private static Plan plan(String text, String fileName) {
        PlanReading reading = PlanDocument.parse(text, fileName);
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.plan());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PlanDocumentTest.class.getResourceAsStream("/samples/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
