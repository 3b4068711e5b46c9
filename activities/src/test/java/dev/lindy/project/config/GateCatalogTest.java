package dev.lindy.project.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.plan.ChangePolicy;
import dev.lindy.plan.GateSpec;
import dev.lindy.plan.Rubric;
import dev.lindy.plan.Skips;
import dev.lindy.plan.Task;
import dev.lindy.plan.TaskId;
import dev.lindy.plan.TaskSize;
import dev.lindy.project.config.GatesConfig.Structural;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GateCatalogTest {
    private final GateCatalog catalog = new GateCatalog(Configs.valid("""
            modules: [{name: api, path: api}, {name: web, path: web}]
            qa_gates:
              custom:
                - {name: lint, command: make lint, cwd: ., timeout: 60}
                - {name: docs, command: make docs, modules: [root]}
              api:
                - {name: unit, command: pytest, required: false}
              web:
                - {name: unit, command: [npm, test]}
            """));

    @Test
    void addsTheStructuralGateAndTheModulesOwnGates() {
        assertThat(keys("api")).containsExactly("structural_check", "lint", "unit");
        assertThat(gate("api", "unit").command()).isEqualTo(GateCommand.ofLine("pytest"));
        assertThat(gate("api", "unit").required()).isFalse();
        assertThat(gate("web", "unit").command()).isEqualTo(GateCommand.ofArguments(List.of("npm", "test")));
        assertThat(gate("web", "lint").timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(gate("web", "lint").cwd()).isEqualTo(".");
    }

    @Test
    void givesProjectWideTasksOnlyGatesForAllAndForTheRoot() {
        assertThat(keys("root")).containsExactly("structural_check", "lint", "docs");
        assertThat(keys("*")).containsExactly("structural_check", "lint", "docs");
    }

    @Test
    void keepsTheConfigsGatesWhateverThePlanNames() {
        GateSpec planned = new GateSpec("command_check", Map.of("command", "pytest -k x", "timeout", 5));

        assertThat(keys("api", planned)).containsExactly("command_check-1", "structural_check", "lint", "unit");
    }

    @Test
    void resolvesThePlansCommands() {
        List<ResolvedGate> gates = catalog.resolve(
                "api",
                List.of(
                        new GateSpec("command_check", Map.of("command", "true", "timeout", 5, "cwd", "{module_path}")),
                        new GateSpec("command_check", Map.of("command", List.of("make", "x")))));

        assertThat(gates.get(0).key()).isEqualTo("command_check-1");
        assertThat(gates.get(0).fromPlan()).isTrue();
        assertThat(gates.get(0).timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(gates.get(0).cwd()).isEqualTo("{module_path}");
        assertThat(gates.get(1).key()).isEqualTo("command_check-2");
        assertThat(gates.get(1).timeout()).isEqualTo(Duration.ofSeconds(300));
        assertThat(gates.get(1).command()).isEqualTo(GateCommand.ofArguments(List.of("make", "x")));
    }

    @Test
    void runsACustomGateOnceWhenThePlanNamesIt() {
        assertThat(keys("api", new GateSpec("unit", Map.of()), new GateSpec("unit", Map.of())))
                .containsExactly("unit", "structural_check", "lint");
        assertThat(gate("web", "unit", new GateSpec("unit", Map.of())).command())
                .isEqualTo(GateCommand.ofArguments(List.of("npm", "test")));
        assertThat(gate("api", "unit", new GateSpec("unit", Map.of())).fromPlan())
                .isFalse();
    }

    @Test
    void letsThePlanTightenTheStructuralGateButNotForgetSecrets() {
        ResolvedGate gate = gate(
                "api",
                "structural_check",
                new GateSpec("structural_check", Map.of("max_file_lines", 9, "sensitive_patterns", List.of("*.p12"))));

        assertThat(gate.structural()).isEqualTo(new Structural(9, true, List.of(".env", "*.key", "*.pem", "*.p12")));
        assertThat(gate("api", "structural_check").structural()).isEqualTo(Structural.defaults());
    }

    @Test
    void keepsKeysUniqueAndFitForFileNames() {
        GateCatalog odd = new GateCatalog(Configs.valid(
                "qa_gates: {custom: [{name: a b, command: x}, {name: a/b, command: y}, {name: ../.., command: z}]}"));

        assertThat(odd.resolve("root", List.of()).stream().map(ResolvedGate::key))
                .containsExactly("structural_check", "a-b", "a-b-2", "gate");
    }

    @Test
    void letsACustomGateShadowABuiltInOne() {
        GateCatalog shadow =
                new GateCatalog(Configs.valid("qa_gates: {custom: [{name: structural_check, command: x}]}"));

        assertThat(shadow.resolve("root", List.of()))
                .singleElement()
                .satisfies(gate -> assertThat(gate.command()).isEqualTo(GateCommand.ofLine("x")));
    }

    @Test
    void addsTheGateForLayersWhereTheModuleHasSome() {
        GateCatalog layered = new GateCatalog(ProjectConfig.defaults(), "api"::equals);

        assertThat(layered.resolve("api", List.of()).stream().map(ResolvedGate::key))
                .containsExactly("structural_check", "layer_check");
        assertThat(layered.resolve("web", List.of()).stream().map(ResolvedGate::key))
                .containsExactly("structural_check");
        assertThat(layered.resolve("api", List.of(new GateSpec("layer_check", Map.of()))).stream()
                        .map(ResolvedGate::key))
                .containsExactly("layer_check", "structural_check");
    }

    @Test
    void addsNoGateForLayersWhereTheyAreSwitchedOff() {
        GateCatalog off = new GateCatalog(Configs.valid("qa_gates: {layer_check: {enabled: false}}"), module -> true);

        assertThat(off.resolve("root", List.of()).stream().map(ResolvedGate::key))
                .containsExactly("structural_check");
    }

    @Test
    void leavesOutWhatAPlanMaySkip() {
        GateSpec planned = new GateSpec("command_check", Map.of("command", "true"));

        assertThat(keys(new Skips(false, List.of("unit", "command_check")), planned))
                .containsExactly("structural_check", "lint");
        assertThat(keys(new Skips(true, List.of()), planned)).containsExactly("structural_check", "lint");
    }

    @Test
    void keepsWhatTheProjectRequiresWhateverAPlanSkips() {
        assertThat(keys(new Skips(true, List.of("lint", "structural_check"))))
                .containsExactly("structural_check", "lint");
    }

    /** W-37. */
    @Test
    void letsAPlanCallItsOwnCommandsOptional() {
        GateSpec planned =
                new GateSpec("command_check", Map.of("command", "true", "required", false, "diff_only", true));

        assertThat(gate("api", "command_check-1", planned).required()).isFalse();
        assertThat(gate("api", "command_check-1", planned).diffOnly()).isTrue();
    }

    /** W-46. */
    @Test
    void hasPlansApprovedWhereTheConfigAsks() {
        assertThat(Configs.valid("safety: {plan_commands: ask}").runPolicy().approvePlan())
                .isTrue();
    }

    /** W-46. */
    @Test
    void refusesCommandsOfPlansWhereTheConfigSaysSo() {
        GateCatalog strict = new GateCatalog(Configs.valid("safety: {plan_commands: refuse}"));

        assertThat(strict.vocabulary().gates()).doesNotContain("command_check");
        assertThat(strict.vocabulary().refused()).contains("command_check");
    }

    @Test
    void refusesWhatCannotBeRun() {
        assertThatThrownBy(() -> catalog.resolve("api", List.of(new GateSpec("pytest", Map.of()))))
                .hasMessage("gate must be one that can be run: pytest");
        assertThatThrownBy(() -> catalog.resolve("api", List.of(new GateSpec("command_check", Map.of()))))
                .hasMessage("command_check must have a command: null");
    }

    @Nested
    class W47 {

        @Test
        void asksForTheWorkflowsOfTheModule() {
            GateCatalog own = new GateCatalog(Configs.valid("""
                    modules: [{name: api, path: api, repo: o/r, ci_workflow: "build.yml, lint.yml"}]
                    qa_gates: {ci_check: {timeout_seconds: 2400, poll_interval: 20, grace_seconds: 90}}
                    """));

            ResolvedGate ci = own.resolve("api", List.of(new GateSpec("ci_check", Map.of())))
                    .get(0);

            assertThat(ci.kind()).isEqualTo(ResolvedGate.Kind.CI);
            assertThat(ci.timeout()).isEqualTo(Duration.ofMinutes(40));
            assertThat(ci.ci())
                    .isEqualTo(new CiParams(
                            "o/r", List.of("build.yml", "lint.yml"), Duration.ofSeconds(20), Duration.ofSeconds(90)));
        }

        @Test
        void letsThePlanSayOtherwise() {
            Map<String, Object> params =
                    Map.of("repo", "x/y", "workflow", "a.yml", "timeout_seconds", 60, "poll_interval", 7);

            ResolvedGate ci = catalog.resolve("api", List.of(new GateSpec("ci_check", params)))
                    .get(0);

            assertThat(ci.timeout()).isEqualTo(Duration.ofMinutes(1));
            assertThat(ci.ci())
                    .isEqualTo(new CiParams("x/y", List.of("a.yml"), Duration.ofSeconds(7), Duration.ofSeconds(60)));
        }
    }

    @Test
    void letsNoPlanSendTheLoginToAnotherGitHub() {
        Map<String, Object> params = Map.of("repo", "evil.example/x/y");

        ResolvedGate ci = catalog.resolve("api", List.of(new GateSpec("ci_check", params)))
                .get(0);

        assertThat(ci.ci().repository()).isEqualTo("x/y");
    }

    @Test
    void knowsTheNamesThatAPlanMayUse() {
        assertThat(catalog.vocabulary().modules()).containsExactly("api", "web");
        assertThat(catalog.vocabulary().gates())
                .containsExactly(
                        "command_check",
                        "structural_check",
                        "layer_check",
                        "ci_check",
                        "agent_check",
                        "lint",
                        "docs",
                        "unit");
    }

    private List<String> keys(Skips skips, GateSpec... planned) {
        Task task = new Task(
                TaskId.of(1),
                "api",
                "task",
                "do it",
                List.of(),
                0,
                List.of(planned),
                TaskSize.MEDIUM,
                ChangePolicy.OPTIONAL,
                false,
                null,
                null,
                null,
                skips,
                Rubric.NONE);
        return catalog.resolve(task).stream().map(ResolvedGate::key).toList();
    }

    private List<String> keys(String module, GateSpec... planned) {
        return catalog.resolve(module, List.of(planned)).stream()
                .map(ResolvedGate::key)
                .toList();
    }

    private ResolvedGate gate(String module, String key, GateSpec... planned) {
        return catalog.resolve(module, List.of(planned)).stream()
                .filter(gate -> gate.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void offersAReviewThatLastsAsLongAsAnAttemptMay() {
        ResolvedGate review = gate("api", "agent_check", new GateSpec("agent_check", Map.of("description", "kind?")));

        assertThat(review.kind()).isEqualTo(ResolvedGate.Kind.REVIEW);
        assertThat(review.timeout()).isEqualTo(Duration.ofSeconds(1800));
        assertThat(review.params()).containsEntry("description", "kind?");
    }

    @Test
    void scoresTasksWithCriteriaAndAllTasksWhereTheConfigHasAnEvaluator() {
        GateCatalog evaluated = new GateCatalog(Configs.valid("evaluator: {timeout_seconds: 7}"));

        assertThat(names(catalog, Rubric.NONE)).doesNotContain("evaluator");
        assertThat(names(catalog, new Rubric(List.of("kind"), ""))).endsWith("evaluator");
        assertThat(names(catalog, new Rubric(List.of(), "be strict"))).endsWith("evaluator");
        assertThat(names(evaluated, Rubric.NONE)).containsExactly("structural_check", "evaluator");
        assertThat(evaluated.resolve(task(Rubric.NONE)).get(1).timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    private static List<String> names(GateCatalog gates, Rubric rubric) {
        return gates.resolve(task(rubric)).stream().map(ResolvedGate::name).toList();
    }

    private static Task task(Rubric rubric) {
        return new Task(
                TaskId.of(1),
                "root",
                "d",
                "p",
                List.of(),
                0,
                List.of(),
                TaskSize.MEDIUM,
                ChangePolicy.OPTIONAL,
                false,
                null,
                null,
                null,
                Skips.NONE,
                rubric);
    }
}
