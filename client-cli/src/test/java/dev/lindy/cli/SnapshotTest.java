package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.status.StatusReader;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole outputs of commands that read files only. */
class SnapshotTest {

    private Cli cli;
    private Runs runs;

    @BeforeEach
    void world(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        runs = new Runs(cli.state(), cli.directory);
        Files.createDirectories(cli.directory.resolve("api"));
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), """
                project:
                  name: shop
                modules:
                  - name: api
                    path: api/
                  - name: web
                    path: web/
                qa_gates:
                  custom:
                    - name: unit
                      command: make test
                """);
    }

    private void check(String golden, String... args) {
        Golden.check(golden, cli.run(args).snapshot());
    }

    @Test
    void printsHelp() {
        check("help", "--help");
    }

    @Test
    void printsHelpAsAnErrorWithoutArguments() {
        check("no-arguments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "plan",
                "watch",
                "list",
                "show",
                "status",
                "logs",
                "resume",
                "cancel",
                "pause",
                "approve",
                "retry",
                "skip",
                "ps",
                "up",
                "down",
                "worker",
                "doctor",
                "version",
                "report",
                "demo",
                "gc",
                "scan",
                "mailbox",
                "issues",
                "run-issue",
                "stats",
                "inspect",
                "clear",
                "validate"
            })
    void printsHelpOfEveryCommand(String command) {
        check("help-" + command, command, "--help");
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        check("unknown-option", "run", "--max-paralel", "3");
        check("unknown-command", "shwo");
        check("missing-argument", "retry");
        check("wrong-number", "run", "x", "--max-parallel", "many");
        check("both-of-two", "down", "--force", "--keep-agents");
    }

    @Test
    void takesNoMarkupFromArguments() {
        check("markup-argument", "run", "--@|bold,red x|@");
    }

    @Test
    void listsNothing() {
        check("list-empty", "list");
        check("list-empty-json", "list", "--json");
    }

    @Test
    void listsRunsNewestFirst() {
        runs.failed("1a2b3c4d");
        runs.start("99999999", Runs.START.plusSeconds(600));

        check("list", "list");
        check("list-json", "list", "--json");
    }

    @Test
    void namesRunsThatItCannotRead() throws IOException {
        runs.failed("1a2b3c4d");
        runs.start("99999999", Runs.START);
        Files.writeString(runs.folder("99999999").start(), "{");

        check("list-unreadable", "list");
    }

    @Test
    void showsARun() {
        runs.failed("1a2b3c4d");

        check("show", "show", "1a2");
        check("show-json", "show", "1a2b3c4d", "--json");
    }

    @Test
    void saysHowOldThePictureOfARunWithoutAWorkerIs() {
        runs.start("1a2b3c4d", Runs.START);
        runs.header("1a2b3c4d", 9, RunStatus.RUNNING, null);
        runs.task("1a2b3c4d", Runs.row(1, TaskStatus.WORKING, List.of(Runs.working(1)), null));

        check("show-stale", "show");
        check("show-stale-json", "show", "--json");
    }

    @Test
    void usesAsciiWhereTheCharsetIsPoor() {
        runs.failed("1a2b3c4d");
        cli.charset = StandardCharsets.US_ASCII;

        check("show-ascii", "show");
    }

    @Test
    void colorsWhenTold() {
        runs.failed("1a2b3c4d");

        check("show-color", "show", "--color", "always");
    }

    @Test
    void refusesRunsThatAreNotThereOrNotUnique() {
        runs.failed("1a2b3c4d");
        runs.failed("1a000000");

        check("show-unknown", "show", "ffff");
        check("show-ambiguous", "show", "1a");
    }

    @Test
    void printsNothingAtAllWhenSilent() {
        check("silent", "show", "ffff", "-qq");
    }

    @Test
    void tellsWhereTheProjectStands() throws IOException {
        runs.failed("1a2b3c4d");
        Path log = cli.directory.resolve(".orchestrator/logs/actions.jsonl");
        Files.createDirectories(log.getParent());
        Files.writeString(log, """
                {"timestamp": "2026-05-14T09:31:02.114900+00:00", "action": "session_start", "result": "success", "details": {"goal": "Add [b]x[/b]", "dry_run": false}}
                {"timestamp": "2026-05-14T09:38:10.201000+00:00", "action": "dispatch", "result": "error", "details": {"module": "api\\u001b[2J", "prompt_preview": "p", "a": 1, "b": 2}}
                not json
                """);

        check("status", "status");
        check("status-json", "status", "--json", "-n", "1");
        check("status-only", "status", "--status-only");
        check("logs", "logs");
        check("logs-json", "logs", "--json", "-n", "2");
    }

    @Test
    void tellsWhatTheBranchOfARunningGoalSays() {
        runs.start("1a2b3c4d", Runs.START);
        runs.header("1a2b3c4d", 9, RunStatus.RUNNING, null);
        runs.task("1a2b3c4d", Runs.passed());
        runs.task("1a2b3c4d", Runs.row(2, TaskStatus.WORKING, List.of(Runs.working(1)), null));
        cli.repositories.goalStatus.put("api/STATUS.md", StatusReader.parse("""
                ## Meta
                | Key | Value |
                |-----|-------|
                | last_updated | 2026-11-01 10:05 UTC |

                ## Active Work
                | ID | Task |
                |----|------|
                | A-1 | by hand |

                ## Blockers
                - no \u001b[2J key
                """));

        check("status-goal", "status", "--status-only");
        check("status-goal-json", "status", "--json", "--status-only");
    }

    @Test
    void printsTheReport() throws IOException {
        runs.failed("1a2b3c4d");

        check("report-none", "report");

        Files.writeString(runs.folder("1a2b3c4d").reportMarkdown(), "# Report\n\n\u001b]0;evil\u0007text\n");
        check("report", "report", "1a2b3c4d");
    }

    @Test
    void showsTheEngine() {
        check("ps", "ps");
        check("ps-json", "ps", "--json");
        check("up", "up");
        check("down", "down", "--keep-agents");
    }

    @Test
    void showsAPlanWithoutStartingAnything() throws IOException {
        Files.writeString(cli.directory.resolve("plan.yaml"), """
                goal: Add login
                tasks:
                  - {id: 2, module: web, description: "Form [x]", prompt: do it, depends_on: [1]}
                  - {id: 1, module: api, description: "Token\\e[31m", prompt: do it}
                """);
        executable("claude");

        check("dry-run", "run", "--dry-run", "-p", "plan.yaml", "--max-parallel", "7", "--base", "develop");

        check("dry-run-json", "run", "--dry-run", "--json", "-p", "plan.yaml");
        cli.repositories.uncommitted.addAll(List.of("a.txt", "b/c.txt"));
        check("dry-run-uncommitted", "run", "--dry-run", "Add login");

        assertThat(cli.state).doesNotExist();
    }

    @Test
    void refusesAPlanWithAnUnknownGateAndNamesItsPlace() throws IOException {
        executable("claude");
        Files.writeString(cli.directory.resolve("plan.json"), """
                {"goal": "x", "tasks": [{"id": 1, "module": "api", "description": "d", "prompt": "p",
                  "qa_checks": [{"gate": "radar", "params": {}}]}]}
                """);

        check("dry-run-unknown-gate", "run", "--dry-run", "-p", "plan.json");
    }

    @Test
    void warnsOfAPlanWhoseCiCannotBeAsked() throws IOException {
        executable("claude");
        Files.writeString(cli.directory.resolve("plan.json"), """
                {"goal": "x", "tasks": [{"id": 1, "module": "api", "description": "d", "prompt": "p",
                  "qa_checks": [{"gate": "ci_check", "params": {}}]}]}
                """);

        check("dry-run-ci", "run", "--dry-run", "-p", "plan.json");
    }

    @Test
    void tellsProgramsWhatADryRunWouldBeRefusedFor() throws IOException {
        check("dry-run-json-refused", "run", "--dry-run", "--json", "Add login");

        Files.writeString(cli.directory.resolve("orchestrator.yaml"), "modules: 7\nsafety: {max_parallel: 0}\n");
        check("dry-run-json-config", "run", "--dry-run", "--json", "Add login");
    }

    @Test
    void tellsAllProblemsOfThePlanAtOnce() throws IOException {
        Files.writeString(cli.directory.resolve("plan.json"), """
                {"goal": "x", "tasks": [
                  {"id": 1, "module": "apii", "description": "d", "prompt": "p", "depends_on": [2]},
                  {"id": 2, "module": "web", "description": "d", "prompt": "p", "depends_on": [1]}
                ]}
                """);

        check("plan-problems", "run", "-p", "plan.json");
    }

    @Test
    void tellsAllProblemsOfTheConfigAtOnce() throws IOException {
        Files.writeString(
                cli.directory.resolve("orchestrator.yaml"),
                "modules: 7\nsafety:\n  max_parallel: 0\n  max_retries_per_task: -1\n");

        check("config-problems", "run", "x");
    }

    @Test
    void validatesTheProject() throws IOException {
        Files.writeString(cli.directory.resolve("api/STATUS.md"), """
                ## Meta
                | Key | Value |
                |---|---|
                | last_updated | 2026-05-14 |
                | overall_health | YELLOW |
                """);

        check("validate-problems", "validate");
        check("validate-problems-json", "validate", "--json");

        Files.createDirectories(cli.directory.resolve("web"));
        executable("claude");
        executable("make");
        check("validate", "validate");
        check("validate-json", "validate", "--json");
        assertThat(cli.state).doesNotExist();
    }

    @Test
    void showsTheConfigAndWhereItComesFrom() throws IOException {
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), """
                modules: [{name: api, path: api}]
                dispatcher:
                  provider: scripted
                qa_gates: {api: [{name: unit, command: [make, "te\\e[31mst"]}]}
                """);

        check("config-show", "config", "show");
        check("config-show-origin", "config", "show", "--origin");
        check("config-get", "config", "get", "generator.provider");
        check("config-get-json", "config", "get", "qa_gates.api.unit.command", "--json");
        check("config-get-unknown", "config", "get", "generator.provder");
        check("config", "config");
        check("help-config-set", "config", "set", "--help");
        assertThat(cli.run("config", "show", "--json").out()).contains("\"origin\": \"file\"");
        assertThat(cli.run("config", "schema").out()).contains("2020-12");
    }

    @Test
    void setsAValueOfAConfigThatHasProblemsBesidesAndSaysSo() throws IOException {
        Path file = cli.directory.resolve("orchestrator.yaml");
        Files.writeString(file, "modules: [{name: api}]\n");

        Cli.Result result = cli.run("config", "set", "safety.max_parallel", "4");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err())
                .contains("warning: `orchestrator.yaml` has 1 problem besides (`lindy validate` names them)");
    }

    @Test
    void countsKeysWithoutEffectEverywhereButInValidate() throws IOException {
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), """
                modules: [{name: api, path: api}]
                dispatcher: {max_output_chars: 7, stall_escalation: {warn_after_seconds: 301}}
                saftey: {}
                """);

        assertThat(cli.run("config", "get", "safety.max_parallel").err()).isEqualTo("""
                warning: orchestrator.yaml:3:1: `saftey` is not known and has no effect (did you mean `safety`?)
                warning: orchestrator.yaml: 2 keys have no effect (see `lindy validate`)
                """);
        assertThat(cli.run("validate").err()).contains("`dispatcher.max_output_chars` has no effect");
    }

    @Test
    void setsAValueOfTheConfig() throws IOException {
        Path file = cli.directory.resolve("orchestrator.yaml");
        String before = Files.readString(file);

        check("config-set", "config", "set", "safety.max_parallel", "4");
        assertThat(file).hasContent(before + "safety:\n  max_parallel: 4\n");
        check("config-set-refused", "config", "set", "safety.max_parallel", "0");
        check("config-set-unused", "config", "set", "planner.prompt", "short");
        check("config-set-unknown", "config", "set", "safety.max_paralel", "4");
        assertThat(cli.run("config", "set", "--local", "provider", "scripted").exitCode())
                .isZero();
        assertThat(cli.run("config", "get", "planner.provider").out()).isEqualTo("scripted\n");
    }

    @Test
    void validatesConfigsThatCannotBeRead() throws IOException {
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), "modules: 7\nsafety: {max_paralel: 3}\n");
        check("validate-unread", "validate");
        check("validate-unread-json", "validate", "--json");

        Files.delete(cli.directory.resolve("orchestrator.yaml"));
        check("validate-missing", "validate");
    }

    @Test
    void missesTheConfigAndTheAgent() throws IOException {
        check("agent-missing", "run", "x");

        Files.delete(cli.directory.resolve("orchestrator.yaml"));
        check("config-missing", "run", "x");
    }

    @Test
    void wantsAGoal() {
        check("goal-missing", "run");
        check("goal-file-missing", "run", "-f", "goal.txt");
        check("goal-empty", "run", "-f", "-");
    }

    private void executable(String name) throws IOException {
        Path bin = Files.createDirectories(cli.directory.resolveSibling("bin"));
        Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        cli.environment.put("PATH", bin.toString());
    }
}
