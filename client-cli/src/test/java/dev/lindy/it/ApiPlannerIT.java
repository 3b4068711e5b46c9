package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.activities.agent.model.ScriptedModel;
import dev.lindy.activities.agent.model.Step;
import dev.lindy.payload.Payloads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code planner.mode: api}: the model itself is asked for the plan, the scripted agent does it. */
class ApiPlannerIT {

    private static final String CONFIG = """
            project:
              name: shop
            modules:
              - name: web
                path: web
            dispatcher:
              provider: scripted
            planner:
              mode: api
              model: a-model
              max_tokens: 2000
            """;

    private static final String GOAL = "Make a page";

    private final ScriptedModel model = ScriptedModel.start();
    private final LindyHome home = LindyHome.create();
    private final GitProject project = GitProject.create(home, CONFIG);

    @BeforeEach
    void environment() {
        home.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        home.environment().putAll(model.environment(Path.of("unused")));
    }

    @AfterEach
    void close() {
        try (model) {
            home.close();
        }
    }

    @Test
    void asksAgainWithTheProblemsUntilThePlanIsValid() {
        model.when("web-ui", Step.structured(plan("web")));
        model.when(GOAL, Step.structured(plan("web-ui")));

        Result result = home.run(project.root(), "run", GOAL, "--json");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(project.file(result.json().path("goalBranch").asText(), "web/page.txt"))
                .isEqualTo("page");
        assertThat(model.log()).hasSize(2);
        assertThat(model.log().get(1).lastUserText()).contains("web-ui");
    }

    @Test
    void anAnswerOutlivesTheWorkerThatAsked() {
        model.when(GOAL, Step.after(Duration.ofSeconds(6), Step.structured(plan("web"))));
        home.detached(project.root(), GOAL);
        await().atMost(Duration.ofSeconds(60)).until(() -> model.log().size() == 1);

        Pids.kill(home.workerPid());
        assertThat(home.run("up").exit()).isZero();

        Result result = home.run(project.root(), "watch", "--json");
        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(model.log()).hasSize(1);
    }

    @Test
    void withoutAKeyTheGoalWaitsForAPerson() {
        home.environment().remove("ANTHROPIC_API_KEY");
        String run = home.detached(project.root(), GOAL);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> home.run("show", run).stdout().contains("ANTHROPIC_API_KEY"));

        assertThat(home.statusOf(run)).isEqualTo("paused");
        assertThat(model.log()).isEmpty();
    }

    private static JsonNode plan(String module) {
        ObjectNode plan = Payloads.mapper().createObjectNode();
        ObjectNode task = plan.putArray("tasks").addObject();
        task.put("id", 1).put("module", module).put("description", "Make the page");
        task.put("prompt", "@write web/page.txt page\n@commit Make the page");
        task.putArray("depends_on");
        task.putArray("qa_checks");
        return plan;
    }
}
