package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Gates that an agent answers: {@code agent_check}, and the score of the evaluator. */
class ReviewIT extends SharedEngine {

    private static final String PASS = "@answer {\"verdict\": \"pass\", \"reason\": \"fine\", \"findings\": []}";
    private static final String FAIL =
            "@answer {\"verdict\": \"fail\", \"reason\": \"the greeting is cold\", \"findings\":"
                    + " [{\"file\": \"api/1.txt\", \"line\": 1, \"message\": \"says hello only\"}]}";

    /** The log of the judging agents, beside those of the tasks. */
    private static final int REVIEWER = 11;

    @Test
    void aRejectionReachesTheNextAttemptAndTheRubricDoesNot() throws IOException {
        PlanTask task = work().gate("test -e api/1.txt")
                .reviewed(
                        "SECRET-RUBRIC",
                        starts.directive(REVIEWER),
                        "@cost 0.2",
                        "@attempt 1 " + FAIL,
                        "@attempt 2+ " + PASS);

        JsonNode shown = completes(task);

        JsonNode attempts = attempts(shown);
        assertThat(attempts).hasSize(2);
        assertThat(attempts.at("/0/outcome").asText()).isEqualTo("rejected_by_gate");
        assertThat(attempts.at("/0/gates/1/verdict").asText()).isEqualTo("rejected");
        assertThat(attempts.at("/1/gates/1/verdict").asText()).isEqualTo("passed");
        assertThat(shown.path("costUsd").asDouble()).isEqualTo(0.42);
        String prompt = evidence(shown, "2/prompt.md");
        assertThat(prompt).contains("the greeting is cold", "api/1.txt:1: says hello only");
        assertThat(prompt).doesNotContain("SECRET-RUBRIC");
        assertThat(evidence(shown, "1/gate-agent_check.prompt.md")).contains("SECRET-RUBRIC", "+hello");
        assertThat(starts.of(REVIEWER)).hasSize(2);
    }

    @Test
    void isNotAskedAboutWhatAnotherGateRejects() {
        PlanTask task = work().gate("grep -q again api/1.txt").reviewed(starts.directive(REVIEWER), PASS);

        JsonNode shown = completes(task);

        assertThat(attempts(shown)).hasSize(2);
        assertThat(starts.of(REVIEWER)).hasSize(1);
    }

    @Test
    void anAnswerWithoutVerdictIsAskedForAgainAndBurnsNothing() {
        PlanTask task = work().reviewed(
                        starts.directive(REVIEWER),
                        "@request 1 @say QA_RESULT: PASS",
                        "@request 2 @answer {\"verdict\": \"maybe\", \"reason\": \"\", \"findings\": []}",
                        "@request 3+ " + PASS);

        JsonNode shown = completes(task);

        assertThat(attempts(shown)).hasSize(1);
        assertThat(starts.of(REVIEWER)).hasSize(3);
        assertThat(starts.of(1)).hasSize(1);
    }

    @Test
    void anExhaustedQuotaIsWaitedForAndBurnsNothing() {
        PlanTask task = work().reviewed(starts.directive(REVIEWER), "@request 1 @quota 2", PASS);

        JsonNode shown = completes(task);

        assertThat(attempts(shown)).hasSize(1);
        assertThat(starts.of(REVIEWER)).hasSize(2);
    }

    @Test
    void whatAReviewerChangesIsThrownAwayAndNoted() throws IOException {
        PlanTask task = work().reviewed(
                        starts.directive(REVIEWER),
                        "@write api/1.txt evil",
                        "@commit evil",
                        "@leave api/more.txt evil",
                        "@git branch mine",
                        PASS);

        JsonNode shown = completes(task);

        String goal = shown.path("goalBranch").asText();
        assertThat(project.file(goal, "api/1.txt")).isEqualTo("hello");
        assertThat(project.files(goal)).doesNotContain("api/more.txt");
        assertThat(Files.readString(folder(shown).resolve("report.md")))
                .contains("in its own worktree, which was thrown away", "api/more.txt", "mine");
        assertThat(Path.of(starts.of(REVIEWER).get(0).directory())).doesNotExist();
        assertThat(project.git("worktree", "list")).doesNotContain("review-");
    }

    @Test
    void aScoreBelowTheThresholdIsMended() throws IOException {
        PlanTask task = work().gate("test -e api/1.txt")
                .scored(
                        starts.directive(REVIEWER),
                        "@attempt 1 @answer {\"score\": 79, \"summary\": \"too short\", \"failed_criteria\": [\"warmth\"],"
                                + " \"evidence\": []}",
                        "@attempt 2+ @answer {\"score\": 80, \"summary\": \"\", \"failed_criteria\": [], \"evidence\": []}");

        JsonNode shown = completes(task);

        assertThat(attempts(shown)).hasSize(2);
        assertThat(attempts(shown).at("/0/gates"))
                .extracting(gate -> gate.path("name").asText())
                .containsExactly("command_check", "structural_check", "evaluator");
        assertThat(evidence(shown, "2/prompt.md"))
                .contains("scored 79 of 100, 80 needed: too short", "not met: warmth")
                .doesNotContain("SECRET-CRITERION");
        assertThat(evidence(shown, "1/gate-evaluator.prompt.md")).contains("SECRET-CRITERION", "command_check: passed");
    }

    @Test
    void aWorkerThatDiesMeanwhilePaysNothingTwice() {
        PlanTask task = work().reviewed(starts.directive(REVIEWER), starts.hold(REVIEWER), "@cost 0.2", PASS)
                .scored(starts.directive(12), starts.hold(12), "@cost 0.3", score(95));
        String run = home.detached(project.root(), "-p", project.plan(task));
        starts.await(REVIEWER, 12);

        Pids.kill(home.workerPid());
        assertThat(home.run("up").exit()).isZero();
        starts.release(REVIEWER, 12);

        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertThat(Stream.of(1, REVIEWER, 12).map(starts::count)).containsExactly(1, 1, 1);
        assertThat(home.json("show", run).path("costUsd").asDouble()).isEqualTo(0.51);
    }

    @Test
    void aKilledReviewerIsAskedAgainAndTheAttemptStays() {
        PlanTask task = work().reviewed(starts.directive(REVIEWER), "@request 1 " + starts.hold(REVIEWER), PASS);
        String run = home.detached(project.root(), "-p", project.plan(task));
        starts.await(REVIEWER);

        Pids.kill(starts.pids(REVIEWER).get(0));

        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertThat(starts.of(REVIEWER)).hasSize(2);
        assertThat(starts.of(1)).hasSize(1);
        assertThat(attempts(home.json("show", run))).hasSize(1);
    }

    @Test
    void theRunGoesOnWithItsReviewAfterEverythingWasKilled() {
        PlanTask task = work().reviewed(starts.directive(REVIEWER), "@request 1 " + starts.hold(REVIEWER), PASS);
        String run = home.detached(project.root(), "-p", project.plan(task));
        starts.await(REVIEWER);

        home.killEverything();
        Result resumed = home.run(project.root(), "resume", run);

        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        assertThat(starts.of(REVIEWER)).hasSize(2);
        assertThat(starts.of(1)).hasSize(1);
        assertThat(attempts(home.json("show", run))).hasSize(1);
    }

    private PlanTask work() {
        return PlanTask.of(
                1,
                "api",
                starts.directive(1),
                "@attempt 1 @write api/1.txt hello",
                "@attempt 2+ @write api/1.txt hello again",
                "@commit greet");
    }

    private static String score(int points) {
        return "@answer {\"score\": %d, \"summary\": \"\", \"failed_criteria\": [], \"evidence\": []}"
                .formatted(points);
    }

    private JsonNode completes(PlanTask task) {
        Result result = home.run(project.root(), "run", "-p", project.plan(task), "--json");
        assertThat(result.exit()).as(result.toString()).isZero();
        return result.json();
    }

    private static JsonNode attempts(JsonNode shown) {
        return shown.path("tasks").path(0).path("attempts");
    }

    private Path folder(JsonNode shown) {
        return home.state().resolve("runs").resolve(shown.path("run").asText());
    }

    private String evidence(JsonNode shown, String file) throws IOException {
        return Files.readString(folder(shown).resolve("tasks/1").resolve(file));
    }
}
