package dev.lindy.it;

import static dev.lindy.it.ClaudeScene.commit;
import static dev.lindy.it.ClaudeScene.plan;
import static dev.lindy.it.ClaudeScene.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.agent.model.Conversation;
import dev.lindy.activities.agent.model.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goals with the real Claude Code CLI, whose model is a script on loopback. */
class ClaudeGoalIT {

    private static final String PLANNER = "You plan work on the project";
    private static final String WEB = "Work on web";
    private static final Step PAGE = Step.write("web/page.txt", "page\n");
    private static final Duration BUSY = Duration.ofSeconds(10);

    private @Nullable ClaudeScene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new ClaudeScene(RealClaude.orSkip());
    }

    @AfterEach
    void close() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void reachesAGoalFromPlanToMergeWithARejectionMended() {
        scene.model.when(
                "Your last attempt was rejected", Step.write("api/greeting.txt", "hello again\n"), commit("mend"));
        scene.model.when(
                PLANNER,
                Step.structured(plan(task(1, "api"), task(2, "wbe"))),
                Step.structured(plan(task(1, "api"), task(2, "web"))));
        scene.model.when(
                "Work on api", Step.write("api/greeting.txt", "good day\n"), Step.after(BUSY, commit("greet")));
        scene.model.when(WEB, PAGE, commit("page"));

        LindyProcess run = scene.home.start(scene.project.root(), "run", "Greet everybody SECRET-GOAL", "--json");
        scene.awaitRequests("Work on api", 2);
        boolean shown = scene.commandLinesShow("Work on api");
        boolean working = scene.commandLinesShow("stream-json");
        Result result = run.await(LindyHome.LONG);

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(working).isTrue();
        assertThat(shown).isFalse();
        assertMended(taskOf(result, 0));
        assertThat(taskOf(result, 1).path("attempts")).hasSize(1);
        assertMerged(result, "api/greeting.txt", "hello again");
        assertMerged(result, "web/page.txt", "page");
        assertOneConversation("Work on api", "HELLO-EVIDENCE");
        assertThat(scene.conversations(WEB).get(0).raw()).contains("say marmalade");
        assertThat(scene.conversations(PLANNER).get(0).tools())
                .contains("StructuredOutput")
                .doesNotContain("Bash", "Write", "Edit");
        assertThat(scene.started()).hasSize(4).noneMatch(line -> line.contains("SECRET-GOAL"));
    }

    private static void assertMended(JsonNode api) {
        assertThat(api.path("attempts")).hasSize(2);
        JsonNode first = api.at("/attempts/0");
        JsonNode second = api.at("/attempts/1");
        assertThat(first.path("outcome").asText()).isEqualTo("rejected_by_gate");
        assertThat(first.at("/gates/1/verdict").asText()).isEqualTo("rejected");
        assertThat(second.path("outcome").asText()).isEqualTo("accepted");
        assertThat(second.path("sessionId").asText())
                .isNotEmpty()
                .isEqualTo(first.path("sessionId").asText());
        assertThat(first.path("costUsd").asDouble()).isPositive();
        assertThat(second.path("costUsd").asDouble()).isPositive();
    }

    @Test
    void asksThePlannerAgainWithTheProblemsAndGivesUpInTheEnd() {
        scene.model.when(PLANNER, Step.structured(plan(task(1, "api", 2), task(2, "web", 1))));

        Result result = scene.home.run(scene.project.root(), "run", "Greet everybody");

        assertThat(result.exit()).as(result.toString()).isEqualTo(3);
        assertThat(result.stderr()).contains("no valid plan", "circle");
        assertThat(scene.started()).hasSize(3);
        assertThat(scene.conversations("Your plan cannot be used"))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.userTexts().get(0)).contains("in a circle"));
    }

    @Test
    void survivesTheDeathOfTheWorkerAndStartsTheAgentOnce() {
        scene.model.when(WEB, PAGE, Step.after(BUSY, commit("page")));

        scene.home.detached(scene.project.root(), "--plan", scene.planFile());
        scene.awaitRequests(WEB, 2);
        Pids.kill(scene.home.workerPid());
        assertThat(scene.home.run("up").exit()).isZero();
        Result result = scene.home.run(scene.project.root(), "watch", "--json");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertMerged(result, "web/page.txt", "page");
        assertThat(taskOf(result, 0).path("attempts")).hasSize(1);
        assertThat(scene.started()).hasSize(1);
    }

    @Test
    void survivesTheDeathOfTheServerAndStartsTheAgentOnce() {
        scene.model.when(WEB, PAGE, Step.after(BUSY, commit("page")));

        scene.home.detached(scene.project.root(), "--plan", scene.planFile());
        scene.awaitRequests(WEB, 2);
        Pids.kill(scene.home.serverPid());
        Result result = scene.home.run(scene.project.root(), "watch", "--json");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertMerged(result, "web/page.txt", "page");
        assertThat(taskOf(result, 0).path("attempts")).hasSize(1);
        assertThat(scene.started()).hasSize(1);
    }

    @Test
    void survivesDeathsBetweenTwoStepsAndStartsTheAgentOnce() {
        scene.model.when(WEB, PAGE, commit("page"));
        List<String> points = List.of(
                "LAUNCH_MARKED.agent",
                "LAUNCHED.agent",
                "PROGRAM_ENDED.agent",
                "CANDIDATE_COLLECTED",
                "MERGE_JOURNALED",
                "GOAL_MOVED");

        new Traps(scene.home)
                .dyingAt(points, () -> scene.home.detached(scene.project.root(), "--plan", scene.planFile()));
        Result result = scene.home.run(scene.project.root(), "watch", "--json");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertMerged(result, "web/page.txt", "page");
        assertThat(taskOf(result, 0).path("attempts")).hasSize(1);
        assertThat(scene.started()).hasSize(1);
    }

    @Test
    void continuesTheSessionOfAnAgentThatDiedWithEverythingElse() {
        scene.model.when("You were interrupted", commit("page"));
        scene.model.when(WEB, PAGE, Step.after(Duration.ofMinutes(3), commit("too late")));

        LindyProcess run = scene.home.start(scene.project.root(), "run", "--plan", scene.planFile());
        scene.awaitRequests(WEB, 2);
        scene.home.killEverything();
        run.await(Duration.ofSeconds(20));
        Result result = scene.home.run(scene.project.root(), "resume", "--json");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertMerged(result, "web/page.txt", "page");
        assertThat(taskOf(result, 0).path("attempts")).hasSize(1);
        assertOneConversation(WEB, "You were interrupted");
        assertThat(scene.started()).hasSize(2).last().asString().contains("--resume");
    }

    @Test
    void pausesForALoginAndGoesOnAfterIt() {
        Step refused = Step.error(401, "authentication_error");
        scene.model.when("You were interrupted", PAGE, commit("page"));
        scene.model.when(WEB, refused, refused, PAGE, commit("page"));

        Result paused = scene.home.run(scene.project.root(), "run", "--plan", scene.planFile());
        assertThat(paused.exit()).as(paused.toString()).isEqualTo(8);
        assertThat(paused.stderr()).contains("claude", "log in", "lindy resume");
        Result result = scene.home.run(scene.project.root(), "resume", "--json");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(taskOf(result, 0).path("attempts")).hasSize(1);
        assertMerged(result, "web/page.txt", "page");
    }

    @Test
    void waitsForAnOverloadedModelWithoutCounting() {
        Step busy = Step.error(529, "overloaded_error");
        scene.model.when("You were interrupted", PAGE, commit("page"));
        scene.model.when(WEB, busy, busy, PAGE, commit("page"));

        Result result = scene.home.run(scene.project.root(), "run", "--plan", scene.planFile(), "--json");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(taskOf(result, 0).path("attempts")).hasSize(1);
        assertThat(scene.started()).hasSize(2);
        assertMerged(result, "web/page.txt", "page");
    }

    @Test
    void theDoctorProvesTheLoginFromADetachedProcess() {
        scene.model.when("ready", Step.say("ready"));

        Result result = scene.home.run(scene.project.root(), "doctor", "--json");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.stdout()).contains("login of claude_cli", "works from a detached process", "cost");
        assertThat(scene.started()).hasSize(1);
        assertThat(scene.home.run(scene.project.root(), "doctor", "--no-agent").stdout())
                .contains("not tried");
        assertThat(scene.started()).hasSize(1);
    }

    @Test
    void theDoctorFindsThatThereIsNoLogin() {
        Step refused = Step.error(401, "authentication_error");
        scene.model.when("ready", refused, refused, refused, refused);

        Result result = scene.home.run(scene.project.root(), "doctor");

        assertThat(result.exit()).as(result.toString()).isEqualTo(3);
        assertThat(result.stdout()).contains("hint: run `claude` once and log in");
    }

    private void assertOneConversation(String first, String later) {
        List<Conversation> both = scene.conversations(later).stream()
                .filter(conversation -> conversation.userTexts().get(0).contains(first))
                .toList();
        assertThat(both).as("conversations that know both").isNotEmpty();
    }

    private void assertMerged(Result result, String path, String text) {
        assertThat(scene.project.file(result.json().path("goalBranch").asText(), path))
                .isEqualTo(text);
    }

    private static JsonNode taskOf(Result result, int index) {
        return result.json().path("tasks").path(index);
    }
}
