package dev.lindy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanProblemsTest {

    @Test
    void warnsOnceAboutEachKeyThatHasNoEffect() {
        PlanReading reading = PlanDocument.parse("""
                goal: g
                tasks:
                  - {id: 1, module: api, description: d, prompt: p, colour: red}
                  - {id: 2, module: api, description: d, prompt: p, colour: blue, reviewer: me}
                """, "plan.yaml");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.plan()).isNotNull();
        assertThat(reading.warnings())
                .extracting(warning -> warning.line() + ": " + warning.message())
                .containsExactly(
                        "3: task 1 and 1 more: `colour` is not known and has no effect",
                        "4: task 2: `reviewer` is not known and has no effect");
    }

    private static final Vocabulary VOCABULARY =
            new Vocabulary(List.of("api", "web-ui"), List.of("command_check", "structural_check", "unit-tests"));

    @Test
    void namesGatesThatCannotBeRunWithTheirPlaceAndTheOtherProblems() {
        Vocabulary vocabulary = new Vocabulary(List.of("api"), List.of("command_check"), List.of("radar"));
        PlanReading reading = PlanDocument.parse("""
                goal: g
                tasks:
                  - {id: 1, module: apii, description: d, prompt: p}
                  - id: 2
                    module: api
                    description: d
                    prompt: p
                    qa_checks:
                      - gate: radar
                """, "plan.yaml");

        assertThat(reading.check(vocabulary))
                .extracting(problem -> problem.line() + ": " + problem.message())
                .containsExactly(
                        "3: task 1: module `apii` is not in the project config",
                        "9: task 2: gate `radar` does not work in this version");
    }

    /** W-34. */
    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheText() {
        assertThat(problems("""
                        goal: g
                        tasks:
                          - id: 2
                            module: apii
                            description: d
                            prompt: p
                            depends_on: [5, 2]
                          - id: 5
                            module: api
                            prompt: ''
                            depends_on: [2, 9]
                            qa_checks:
                              - gate: unit-test
                              - pytest
                          - id: 5
                            description: d
                            prompt: [a, b]
                            depends_on: [x]
                        """))
                .containsExactly(
                        "4:13 task 2: module `apii` is not in the project config | did you mean `api`?",
                        "7:17 tasks depend on each other in a circle: 2 → 5 → 2 | remove one of these dependencies",
                        "7:21 task 2 depends on itself | remove it from `depends_on`",
                        "8:5 task 5: `description` is missing | say in a line what it does",
                        "10:13 task 5: `prompt` is empty | say what the agent is to do",
                        "11:21 task 5 depends on 9, which is not in the plan | tasks of the plan are 2, 5",
                        "13:9 task 5: gate `unit-test` is not known | did you mean `unit-tests`?",
                        "14:9 task 5: a gate of `qa_checks` has no `gate`, found `pytest` | write `{gate: pytest, params:"
                                + " {}}`",
                        "15:5 task 5: `module` is missing | name a module of the project config, or `root` for the whole"
                                + " project",
                        "15:9 two tasks have the id 5 | give each task a number of its own",
                        "17:13 task 5: `prompt` must be text, found a list | write one text, or `objective`,"
                                + " `context_files`, `constraints` and `verification`",
                        "18:18 task 5: `depends_on` must hold task ids, found `x` | write the numbers of other tasks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: 0            | task at `tasks[0]`: `id` must be a whole number from 1, found `0`",
                "id: -3           | task at `tasks[0]`: `id` must be a whole number from 1, found `-3`",
                "id: 1.5          | task at `tasks[0]`: `id` must be a whole number from 1, found `1.5`",
                "id: api          | task at `tasks[0]`: `id` must be a whole number from 1, found `api`",
                "id: 99999999999  | task at `tasks[0]`: `id` must be a whole number from 1, found `99999999999`",
                "id: null         | task at `tasks[0]`: `id` is missing",
                "priority: high   | task 1: `priority` must be a whole number, found `high`",
                "timeout_seconds: 0 | task 1: `timeout_seconds` must be a whole number from 1, found `0`",
                "depends_on: 3    | task 1: `depends_on` must be a list of task ids, found `3`",
                "qa_checks: {}    | task 1: `qa_checks` must be a list of gates, found keys",
                "qa_checks: [{gate: unit-tests, params: x}] | task 1: `params` of gate `unit-tests` must hold keys, found `x`",
                "qa_checks: [{gate: command_check}] | task 1: gate `command_check` has no command",
                "size: xl         | task 1: `size` cannot be `xl`",
                "changes: maybe   | task 1: `changes` cannot be `maybe`",
                "status: complete | task 1: `status` cannot be `complete`",
                "description: {}  | task 1: `description` must be text, found keys",
                "depend_on: [2]   | task 1: `depend_on` is not known",
            })
    void refuses(String line, String message) {
        Map<String, String> keys =
                new LinkedHashMap<>(Map.of("id", "1", "module", "api", "description", "d", "prompt", "p"));
        String[] pair = line.split(": ", 2);
        keys.put(pair[0], pair[1]);
        String task = keys.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));

        assertThat(problems("goal: g\ntasks:\n  - {" + task + "}\n"))
                .singleElement()
                .asString()
                .startsWith("3:")
                .contains(" " + message);
    }

    @Test
    void refusesPlansThatAreNone() {
        assertThat(problems("")).containsExactly("0:0 a plan must hold `goal` and `tasks`");
        assertThat(problems("[1]")).containsExactly("1:1 a plan must hold `goal` and `tasks`");
        assertThat(problems("goal: g\ntasks: []"))
                .containsExactly("2:8 the plan has no tasks | list at least one under `tasks`");
        assertThat(problems("goal: g")).containsExactly("1:1 the plan has no tasks | list at least one under `tasks`");
        assertThat(problems("goal: g\ntasks: {a: b}"))
                .containsExactly("2:8 `tasks` must be a list | start each task with `- id:`");
        assertThat(problems("goal: g\ntasks: [x]"))
                .containsExactly(
                        "2:9 a task must hold keys, found `x` | write `id`, `module`, `description`, `prompt`");
        assertThat(problems("tasks: [{id: 1, module: api, description: d, prompt: p}]"))
                .containsExactly("1:1 the plan has no `goal` | say at the top what the tasks are to reach: `goal: …`");
    }

    @Test
    void tellsWhereTheSyntaxIsWrong() {
        assertThat(problems("goal: g\ntasks: [}\n")).singleElement().asString().startsWith("2:9 syntax error: ");
    }

    @Test
    void refusesKeysGivenTwice() {
        assertThat(problems("goal: g\ntasks:\n  - {id: 1, module: api, description: d, prompt: p, prompt: q}"))
                .containsExactly("3:53 `prompt` is given twice; the last one counts | remove one of the two");
    }

    @Test
    void doesNotBlameDependenciesOnATaskWhoseIdIsBroken() {
        assertThat(problems("goal: g\ntasks: [{id: one, module: api, description: d, prompt: p},"
                        + " {id: 2, module: api, description: d, prompt: p, depends_on: [1]}]"))
                .hasSize(1);
    }

    @Test
    @Timeout(20)
    void refusesMoreTasksThanARunCanHold() {
        String tasks = IntStream.rangeClosed(1, 10_000)
                .mapToObj(id -> "  - {id: %d, module: api, description: d, prompt: p, depends_on: []}\n".formatted(id))
                .collect(Collectors.joining());

        assertThat(problems("goal: g\ntasks:\n" + tasks))
                .containsExactly("3:3 the plan has 10000 tasks, and at most 1000 can be run at once | split the goal");
    }

    @Test
    void checksPlansThatStandInNoFile() {
        Task task = new Task(
                TaskId.of(1),
                "frontend",
                "d",
                " ",
                List.of(TaskId.of(3)),
                0,
                List.of(),
                TaskSize.SMALL,
                ChangePolicy.REQUIRED,
                false,
                null,
                null,
                null,
                Skips.NONE,
                Rubric.NONE);

        assertThat(PlanValidation.check(new Plan("g", List.of(task)), VOCABULARY))
                .containsExactlyInAnyOrder(
                        new PlanProblem("task 1: `prompt` is empty", 0, 0, "say what the agent is to do"),
                        new PlanProblem(
                                "task 1 depends on 3, which is not in the plan", 0, 0, "tasks of the plan are 1"),
                        new PlanProblem(
                                "task 1: module `frontend` is not in the project config",
                                0,
                                0,
                                "known are `api`, `web-ui`, `root`"));
    }

    private static List<String> problems(String text) {
        PlanReading reading = PlanDocument.parse(text, "plan.yaml");
        List<PlanProblem> problems = reading.check(VOCABULARY);
        assertThat(reading.plan() == null).isEqualTo(!reading.problems().isEmpty());
        return problems.stream()
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message()
                        + (problem.hint() == null ? "" : " | " + problem.hint()))
                .toList();
    }
}
