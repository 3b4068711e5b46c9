package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code stats} and {@code inspect} on sessions of both versions of the original. */
class SessionCommandsTest {

    private Cli cli;

    @BeforeEach
    void sessions(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        write("../../orchestrator.yaml", "project: {name: shop}\n");
        write("aaaa1111.json", """
                {"session_id": "aaaa1111", "started_at": "2026-05-14T09:00:00", "completed_at": "2026-05-14T09:10:00",
                 "goal": "Add [login]", "status": "completed", "extra": 1, "plan_json": {"goal": "Add [login]", "tasks": [
                  {"id": 1, "module": "api", "description": "Token", "status": "completed", "cost_usd": 0.5, "retries": 1,
                   "started_at": "2026-05-14T09:00:00", "completed_at": "2026-05-14T09:02:00",
                   "qa_results": [{"gate": "unit", "passed": true}, {"gate": "lint", "passed": true}]},
                  {"id": 2, "module": "web", "description": "Form", "status": "failed", "cost_usd": 0.25,
                   "qa_results": [{"gate": "unit", "passed": false}]}]}}
                """);
        write("bbbb2222/session.json", """
                {"session_id": "bbbb2222", "started_at": "2026-06-14T09:00:00+00:00", "completed_at": null, "goal": "Next",
                 "status": "paused", "plan_json": {"tasks": [{"id": 1, "module": "api", "status": "pending"}]}}
                """);
        write("bbbb2222/summary.jsonl", """
                {"ts": "2026-06-14T09:00:01", "level": 1, "event": "task_started", "task_id": 1, "module": "api"}
                {"ts": "2026-06-14T09:00:03", "level": 1, "event": "task_failed", "task_id": 1, "reason": "sta\\u001b[2Jll"}
                {"ts": "cut o""");
        write("bbbb2222/decisions.jsonl", """
                {"ts": "2026-06-14T09:00:02", "level": 2, "event": "eval_scored", "task_id": 1, "score": 40}
                """);
        write("cccc3333.json", "{\"session_id\": ");
        write("archive/dddd4444.json", "{\"status\": \"completed\"}");
    }

    private void write(String path, String text) throws IOException {
        Path file =
                cli.directory.resolve(".orchestrator/sessions").resolve(path).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void addsUpAllSessions() {
        Golden.check("stats", cli.run("stats").snapshot());
        Golden.check("stats-json", cli.run("stats", "--json").snapshot());
        Golden.check(
                "stats-cost", cli.run("stats", "--cost-only", "--module", "api").snapshot());
    }

    @Test
    void countsTheNewestSessionsOnly() {
        assertThat(cli.run("stats", "-n", "1").out()).contains("bbbb2222").doesNotContain("aaaa1111");
        assertThat(cli.run("stats", "-n", "-1").exitCode()).isEqualTo(2);
    }

    @Test
    void showsTheStreamsOfASession() {
        Golden.check("inspect", cli.run("inspect", "bbbb").snapshot());
        Golden.check(
                "inspect-json",
                cli.run("inspect", "bbbb2222", "--decisions", "--json").snapshot());
        assertThat(cli.run("inspect", "bbbb2222", "--failures").out())
                .contains("task_failed")
                .doesNotContain("task_started");
    }

    @Test
    void showsTasksOfASessionWithoutStreams() {
        Golden.check("inspect-tasks", cli.run("inspect", "aaaa1111").snapshot());
        assertThat(cli.run("inspect", "aaaa1111", "--task", "2").out())
                .contains("Form")
                .doesNotContain("Token");
    }

    @Test
    void showsEntriesOfTheLogThatCarryTheId() throws IOException {
        write("../logs/actions.jsonl", """
                {"timestamp": "2026-05-14T09:01:00Z", "action": "quality_gate", "result": "fail", "run_id": "aaaa1111", "details": {"task_id": 2}}
                {"timestamp": "2026-05-14T09:01:00Z", "action": "dispatch", "result": "success", "run_id": "99999999"}
                """);

        assertThat(cli.run("inspect", "aaaa1111").out())
                .contains("quality_gate")
                .doesNotContain("dispatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "resume"})
    void saysWhyASessionCannotBeRead(String command) {
        Cli.Result result = cli.run(command, "cccc3333");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        "`.orchestrator/sessions/cccc3333.json`: it cannot be read as a session, for it is no JSON from line 1");
    }

    @Test
    void refusesASessionThatIsNotThere() {
        Cli.Result result = cli.run("inspect", "bbbb2223");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no session `bbbb2223`").contains("did you mean `bbbb2222`?");
    }
}
