package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.plan.Plan;
import dev.lindy.plan.PlanDocument;
import dev.lindy.plan.Task;
import dev.lindy.run.RunStatus;
import dev.lindy.workflow.GoalRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that the original left are gone on with. */
class ImportedSessionTest {

    private static final String ID = "9b1f27ac";

    private Cli cli;
    private Runs runs;

    @BeforeEach
    void world(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        cli.clock = Clock.systemUTC();
        runs = new Runs(cli.state(), cli.directory);
        Files.createDirectories(cli.directory.resolve("web"));
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), """
                project: {name: shop, branch_prefix: hb}
                modules: [{name: web, path: web/}]
                dispatcher: {provider: scripted}
                """);
        cli.goals.onStart = this::reachTheGoal;
    }

    private void reachTheGoal(GoalRequest request) {
        String run = request.run().run().value();
        runs.header(run, 3, RunStatus.COMPLETED, null);
        runs.task(run, Runs.passed());
        cli.goals.finish(RunStatus.COMPLETED, 1, 1, 0, 0);
    }

    private static String session(String status, String tasks) {
        return """
                {"session_id": "9b1f27ac", "started_at": "2026-05-14T09:31:02.114523+00:00", "completed_at": null,
                 "goal": "Add refresh tokens", "status": "%s", "actions_taken": [], "pending_tasks": [],
                 "completed_tasks": [], "plan_json": %s, "checkpoint_count": 0, "last_checkpoint_at": null}
                """.formatted(
                status, tasks.isEmpty() ? "null" : "{\"goal\": \"Add refresh tokens\", \"tasks\": [" + tasks + "]}");
    }

    private static String task(int id, String status, String dependsOn) {
        return """
                {"id": %d, "module": "web", "description": "d%d", "prompt": "p", "depends_on": [%s], "priority": 0,
                 "qa_checks": [{"gate": "structural_check", "params": {"max_file_lines": 500}}], "status": "%s",
                 "result": "r", "qa_results": [{"gate": "g", "passed": true, "output": ""}], "retries": 2,
                 "feedback_history": [], "started_at": null, "completed_at": null, "timeout_seconds": null,
                 "stall_seconds": null}
                """.formatted(id, id, dependsOn, status);
    }

    private Path file(String name, String text) throws IOException {
        Path file = cli.directory.resolve(".orchestrator/sessions").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void doesWhatASessionOfOldHasLeft() throws IOException {
        String text = session(
                "paused", task(1, "completed", "") + "," + task(2, "failed", "1") + "," + task(3, "skipped", "2"));
        Path file = file(ID + ".json", text);

        Cli.Result result = cli.run("resume", ID);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).matches("[0-9a-f]{8}\n").doesNotContain(ID);
        assertThat(result.err())
                .contains("session `9b1f27ac` of lindy-orchestrator: 1 of 3 tasks completed; a new run does the rest")
                .contains("what the completed tasks made must be in HEAD; where it is on branches `hb/task-<n>`");
        GoalRequest request = cli.goals.started.get(0);
        Plan plan = Objects.requireNonNull(PlanDocument.parse(
                        Files.readString(
                                runs.folder(result.out().strip()).resolve(Objects.requireNonNull(request.planFile()))),
                        "plan.json")
                .plan());
        assertThat(plan.goal()).isEqualTo("Add refresh tokens");
        assertThat(plan.tasks()).extracting(Task::completed).containsExactly(true, false, false);
        assertThat(file).hasContent(text);
    }

    @Test
    void findsASessionOf015AndTheNewestWithoutAnId() throws IOException {
        file("aaaaaaaa.json", session("paused", task(1, "failed", "")).replace("2026-05-14", "2026-01-01"));
        file("bbbbbbbb/session.json", session("in_progress", task(7, "in_progress", "")));

        Cli.Result result = cli.run("resume");

        assertThat(result.err()).contains("session `bbbbbbbb` of lindy-orchestrator: 0 of 1 tasks completed");
        assertThat(result.err()).doesNotContain("must be in HEAD");
        assertThat(cli.goals.started).hasSize(1);
    }

    @Test
    void plansTheGoalOfASessionWithoutPlan() throws IOException {
        file(ID + ".json", session("failed", ""));

        Cli.Result result = cli.run("resume", ID);

        assertThat(result.err()).contains("session `9b1f27ac` has no plan; its goal is planned in a new run");
        assertThat(cli.goals.started.get(0).planFile()).isNull();
        assertThat(runs.folder(result.out().strip()).goal()).hasContent("Add refresh tokens");
    }

    @Test
    void hasNothingToDoForWhatIsCompleted() throws IOException {
        file(ID + ".json", session("completed", task(1, "completed", "")));
        assertThat(cli.run("resume", ID).err()).contains("session `9b1f27ac` is completed; there is nothing to resume");

        file(ID + ".json", session("in_progress", task(1, "completed", "")));
        assertThat(cli.run("resume", ID).err()).contains("all tasks of session `9b1f27ac` are completed");
        assertThat(cli.goals.started).isEmpty();
    }

    @Test
    void refusesAPlanThatCannotBeRunWithEveryReason() throws IOException {
        file(
                ID + ".json",
                session(
                        "paused",
                        task(1, "failed", "9") + "," + task(2, "failed", "").replace("\"web\"", "\"gone\"")));

        Cli.Result result = cli.run("resume", ID);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .contains(
                        "plan error: .orchestrator/sessions/9b1f27ac.json: task 1 depends on 9",
                        "plan error: .orchestrator/sessions/9b1f27ac.json: task 2: module `gone`");
        assertThat(cli.goals.started).isEmpty();
    }

    @Test
    void takesNoIdForAPath() throws IOException {
        file("x.json", session("paused", task(1, "failed", "")));

        assertThat(cli.run("resume", "../sessions/x").exitCode()).isEqualTo(2);
        assertThat(cli.run("resume", "cccccccc").exitCode()).isEqualTo(2);
        assertThat(cli.goals.started).isEmpty();
    }

    @Test
    void prefersRunsOfOurs() throws IOException {
        file(ID + ".json", session("paused", task(1, "failed", "")));
        runs.failed("1a2b3c4d");

        cli.run("resume", "--detach");

        assertThat(cli.goals.calls).doesNotContain("start resume=false");
    }
}
