package dev.lindy.it;

import static dev.lindy.it.ClaudeScene.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.agent.model.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real Claude Code CLI when it, its Worker or its run is ended. */
class ClaudeEndingIT {

    private static final String WEB = "Work on web";
    private static final Step PAGE = Step.write("web/page.txt", "page\n");
    private static final Step NEVER = Step.after(Duration.ofMinutes(5), commit("too late"));

    private @Nullable ClaudeScene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new ClaudeScene(RealClaude.orSkip());
        scene.model.when("You were interrupted", commit("page"));
    }

    @AfterEach
    void close() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void aKilledAgentContinuesItsSession() {
        scene.model.when(WEB, PAGE, NEVER);
        begin();

        Instant killed = Instant.now();
        Pids.kill(scene.home.withCommand("stream-json"));
        await().atMost(Duration.ofSeconds(60)).until(() -> scene.started().size() == 2);
        Measured.tell("killed Claude Code resumed", Duration.between(killed, Instant.now()));

        completesInOneAttempt();
        assertResumed();
    }

    @Test
    void anAgentIsAdoptedAfterTheEndOfItsWorkerAndOfTheEngine() throws IOException {
        Path go = scene.home.root().resolve("go");
        scene.model.when(WEB, PAGE, Step.bash("until [ -e '%s' ]; do sleep 0.2; done".formatted(go)), commit("page"));
        begin();
        long worker = scene.home.workerPid();

        Instant sent = Instant.now();
        Pids.signal("TERM", worker);
        await().atMost(Duration.ofSeconds(50)).until(() -> !Pids.lives(worker));
        Measured.tell("Worker of Claude Code ended by TERM", Duration.between(sent, Instant.now()));
        Result refused = scene.home.run("down");
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(2);
        Result down = scene.home.run("down", "--keep-agents");
        assertThat(down.exit()).as(down.toString()).isZero();
        assertThat(down.stderr()).contains("task-1 of run", "goes on: pid");
        assertThat(scene.home.run("up").exit()).isZero();
        Files.createFile(go);

        completesInOneAttempt();
        assertThat(scene.started()).hasSize(1);
    }

    @Test
    void aWorkerThatWakesAfterEveryTimeOutGoesOnWithItsAgent() throws IOException {
        Path go = scene.home.root().resolve("go");
        scene.model.when(WEB, PAGE, Step.bash("until [ -e '%s' ]; do sleep 0.2; done".formatted(go)), commit("page"));
        String run = begin();
        TemporalCli temporal = new TemporalCli(scene.home);
        String task = scene.home.workflowOf(run) + ".task-1";

        temporal.heartbeatTimeout(task, Duration.ofSeconds(3));
        Pids.signal("STOP", scene.home.workerPid());
        await().atMost(Duration.ofSeconds(60)).until(() -> temporal.deliveries(task) > 2);
        Files.createFile(go);
        Pids.signal("CONT", scene.home.workerPid());

        completesInOneAttempt();
        assertThat(scene.started()).hasSize(1);
    }

    @Test
    void cancelEndsTheAgentAndWhatItsToolsStarted() {
        String run = beginWithStubbornTool();
        Set<Long> programs = scene.home.programPids(run);

        Instant asked = Instant.now();
        LindyProcess cancel = scene.home.start(scene.project.root(), "cancel");
        Pids.awaitGone(programs);
        Measured.tell("`cancel` until nothing of Claude Code is left", Duration.between(asked, Instant.now()));

        Result result = cancel.await(LindyHome.LONG);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.stderr()).contains("task-1 of run `" + run + "` left 1 change uncommitted");
        assertThat(scene.started()).hasSize(1);
    }

    @Test
    void terminationEndsTheAgentAndWhatItsToolsStarted() {
        String run = beginWithStubbornTool();
        Set<Long> programs = scene.home.programPids(run);

        Instant asked = Instant.now();
        new TemporalCli(scene.home).terminate(scene.home.workflowOf(run));
        Pids.awaitGone(programs);
        Measured.tell("termination until nothing of Claude Code is left", Duration.between(asked, Instant.now()));

        assertThat(scene.started()).hasSize(1);
    }

    @Test
    void forcedDownEndsTheAgentAndItsSessionGoesOnLater() {
        beginWithStubbornTool();

        Instant asked = Instant.now();
        Result down = scene.home.run("down", "--force");
        Measured.tell("`down --force` with Claude Code", Duration.between(asked, Instant.now()));
        assertThat(down.exit()).as(down.toString()).isZero();
        assertThat(down.stderr()).contains("task-1 of run", "was ended", "left 1 change uncommitted");
        assertThat(scene.home.everything()).isEmpty();
        assertThat(scene.home.run("up").exit()).isZero();

        completesInOneAttempt();
        assertResumed();
    }

    private String begin() {
        String run = scene.home.detached(scene.project.root(), "--plan", scene.planFile());
        scene.awaitRequests(WEB, 2);
        scene.awaitKeptToolResult();
        return run;
    }

    /** The agent waits for a tool that ignores TERM and has left a child in a session of its own. */
    private String beginWithStubbornTool() {
        Path sign = scene.home.root().resolve("sign");
        scene.model.when(
                WEB,
                PAGE,
                Step.bash("trap '' TERM; setsid sleep 900 </dev/null >/dev/null 2>&1 & touch '%s'; sleep 900"
                        .formatted(sign)));
        String run = begin();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(sign));
        return run;
    }

    private void completesInOneAttempt() {
        Result result = scene.home.run(scene.project.root(), "watch", "--json");
        assertThat(result.exit()).as(result.toString()).isZero();
        JsonNode shown = result.json();
        assertThat(shown.at("/tasks/0/attempts")).hasSize(1);
        assertThat(scene.project.file(shown.path("goalBranch").asText(), "web/page.txt"))
                .isEqualTo("page");
        assertThat(scene.home.livePrograms()).isEmpty();
    }

    private void assertResumed() {
        List<String> started = scene.started();
        assertThat(started).hasSize(2).last().asString().contains("--resume");
        assertThat(scene.conversations("You were interrupted"))
                .anyMatch(conversation -> conversation.userTexts().get(0).contains(WEB));
    }
}
