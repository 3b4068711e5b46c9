package dev.lindy.project.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.plan.Plan;
import dev.lindy.plan.PlanDocument;
import dev.lindy.plan.Task;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who does what: task before module before role before dispatcher. */
class AgentChoicesTest {

    private static final String MODULE = "modules: [{name: api, path: api, agent: {%s}}]\n";

    @Test
    void takesTheDispatchersAgentWhereNobodySaysMore() {
        AgentChoices choices = choices("dispatcher: {provider: codex_cli, permission_mode: acceptEdits}");

        assertThat(choices.worker(task(""), 1)).isEqualTo(new AgentChoice("codex_cli", null, null, "acceptEdits"));
        assertThat(choices.planner()).isEqualTo(new AgentChoice("codex_cli", null, null, "plan"));
    }

    @Test
    void letsTheModuleSayMoreThanTheRole() {
        AgentChoices choices = choices(MODULE.formatted("model: opus, permission_mode: default")
                + "generator: {provider: claude_cli, model: sonnet, effort: high}");

        assertThat(choices.worker(task(""), 1)).isEqualTo(new AgentChoice("claude_cli", "opus", "high", "default"));
    }

    @Test
    void letsTheTaskSayMoreThanTheModule() {
        AgentChoices choices = choices(MODULE.formatted("provider: codex_cli, model: gpt"));

        assertThat(choices.worker(task("agent: {model: gpt-mini, effort: low}"), 1))
                .isEqualTo(new AgentChoice("codex_cli", "gpt-mini", "low", "bypassPermissions"));
        assertThat(choices.worker(task("agent: {provider: gemini_cli}"), 1))
                .isEqualTo(new AgentChoice("gemini_cli", null, null, "bypassPermissions"));
    }

    @Test
    void takesNoModelToAnotherProvider() {
        AgentChoices choices =
                choices(MODULE.formatted("provider: codex_cli") + "generator: {model: sonnet, effort: high}");

        assertThat(choices.worker(task(""), 1).model()).isNull();
        assertThat(choices.worker(task(""), 1).effort()).isNull();
    }

    @Test
    void hasAStrongerModelForEachAttempt() {
        AgentChoices choices = choices("generator: {model: haiku, attempts: [sonnet, opus]}");

        assertThat(List.of(1, 2, 3, 9))
                .extracting(attempt -> choices.worker(task(""), attempt).model())
                .containsExactly("sonnet", "opus", "opus", "opus");
    }

    @Test
    void resolvesConflictsWithAnAgentOfItsOwnWhereOneIsNamed() {
        assertThat(choices("generator: {model: sonnet}").resolver(task(""), 1).model())
                .isEqualTo("sonnet");
        assertThat(choices("generator: {model: sonnet}\nresolver: {model: opus, permission_mode: acceptEdits}")
                        .resolver(task(""), 1))
                .isEqualTo(new AgentChoice("claude_cli", "opus", null, "acceptEdits"));
    }

    @Test
    void failsOverToOthersAloneAndInOrder() {
        AgentChoices choices =
                choices("generator: {model: sonnet, failover: [claude_cli/opus, codex_cli/gpt-5, opencode_cli/a/b]}");

        assertThat(choices.failover(choices.worker(task(""), 1)))
                .extracting(AgentChoice::provider, AgentChoice::model)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("codex_cli", "gpt-5"),
                        org.assertj.core.groups.Tuple.tuple("opencode_cli", "a/b"));
        assertThat(choices("").failover(choices.worker(task(""), 1))).isEmpty();
    }

    /** The default of the key is the model of mode {@code api}, which no CLI is given. */
    @Test
    void givesThePlannerAModelOnlyWhereOneIsWritten() {
        assertThat(choices("").planner().model()).isNull();
        assertThat(choices("planner: {model: opus, effort: max}").planner())
                .isEqualTo(new AgentChoice("claude_cli", "opus", "max", "plan"));
    }

    private static AgentChoices choices(String yaml) {
        return new AgentChoices(Configs.valid(yaml));
    }

    private static Task task(String more) {
        Plan plan = PlanDocument.parse(
                        "goal: g\ntasks:\n  - {id: 1, module: api, description: d, prompt: p"
                                + (more.isEmpty() ? "" : ", " + more) + "}",
                        "plan.yaml")
                .plan();
        return Objects.requireNonNull(plan).tasks().get(0);
    }
}
