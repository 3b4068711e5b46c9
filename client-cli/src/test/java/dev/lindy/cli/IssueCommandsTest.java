package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.run.RunStatus;
import dev.lindy.workflow.GoalRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issues through a {@code gh} that answers from files and writes down its arguments, a call a line. */
class IssueCommandsTest {

    private static final String ISSUE = """
            {"number": 42, "title": "Refresh [tokens]", "body": "Users are logged out.", "labels": [{"name": "orchestrator"}],
             "state": "%s", "url": "https://github.com/harbor-org/harbor/issues/42"}
            """;

    private Cli cli;
    private Runs runs;
    private Path bin;

    @BeforeEach
    void project(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        cli.clock = Clock.systemUTC();
        runs = new Runs(cli.state(), cli.directory);
        bin = Files.createDirectories(cli.directory.resolveSibling("bin"));
        Files.createDirectories(cli.directory.resolve("web"));
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), """
                modules: [{name: web, path: web/}]
                dispatcher: {provider: scripted}
                tracker: {enabled: true, repo: harbor-org/harbor}
                """);
        Path gh = Files.writeString(bin.resolve("gh"), """
                #!/bin/sh
                echo "$*" >> "%1$s/calls"
                case "$2" in
                  comment) cat > "%1$s/comment" ;;
                  list|view) cat "%1$s/$2" ;;
                esac
                if [ -e "%1$s/fail-$2" ]; then
                  echo "HTTP 403: Resource not accessible" >&2
                  exit 1
                fi
                """.formatted(bin));
        assertThat(gh.toFile().setExecutable(true)).isTrue();
        cli.environment.put("PATH", bin + ":/usr/bin:/bin");
        Files.writeString(bin.resolve("list"), "[" + ISSUE.formatted("OPEN") + "]");
        Files.writeString(bin.resolve("view"), ISSUE.formatted("OPEN"));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(bin.resolve("calls"));
    }

    private void end(GoalRequest request, RunStatus status) {
        String run = request.run().run().value();
        runs.header(run, 3, status, null);
        runs.task(run, Runs.passed());
        cli.goals.finish(status, 1, 1, 0, 0);
    }

    @Test
    void listsIssuesWithTheLabelsOfTheConfig() throws IOException {
        Golden.check("issues", cli.run("issues").snapshot());
        Golden.check(
                "issues-json",
                cli.run("issues", "--json", "--label", "auth", "-n", "5").snapshot());

        assertThat(calls())
                .containsExactly(
                        "issue list --state open --limit 20 --json number,title,body,labels,state,url"
                                + " --label orchestrator --repo harbor-org/harbor",
                        "issue list --state open --limit 5 --json number,title,body,labels,state,url"
                                + " --label auth --repo harbor-org/harbor");
    }

    @Test
    void saysWhyThereAreNoIssues() throws IOException {
        Files.createFile(bin.resolve("fail-list"));
        Cli.Result failed = cli.run("issues");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("error: could not list issues: HTTP 403: Resource not accessible");

        cli.environment.put("PATH", "/nowhere");
        assertThat(cli.run("issues").err()).contains("`gh` is not installed").contains("hint: install the GitHub CLI");

        assertThat(cli.run("issues", "--status", "opne").err()).contains("no status `opne`", "did you mean `open`?");
    }

    @Test
    void runsAnIssueAndClosesIt() throws IOException {
        cli.goals.onStart = request -> end(request, RunStatus.COMPLETED);

        Cli.Result result = cli.run("run-issue", "#42");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err())
                .contains("issue 42: Refresh [tokens]")
                .endsWith("commented on issue 42 and closed it\n");
        String run = result.out().strip();
        assertThat(runs.folder(run).goal()).hasContent("Refresh [tokens]\n\nUsers are logged out.");
        assertThat(calls())
                .containsExactly(
                        "issue view 42 --json number,title,body,labels,state,url --repo harbor-org/harbor",
                        "issue comment 42 --body-file - --repo harbor-org/harbor",
                        "issue close 42 --repo harbor-org/harbor");
        assertThat(bin.resolve("comment")).hasContent("""
                **lindy** completed run `[RUN]`.

                **Result:** all tasks completed
                **Duration:** 12m 04s
                **Branch:** `af/goal-[RUN]`

                ### Tasks
                - [`api`] `Issue tokens [JWT]`: completed
                """.replace("[RUN]", run));
    }

    @Test
    void leavesTheIssueAloneWhenTheRunFails() throws IOException {
        cli.goals.onStart = request -> end(request, RunStatus.FAILED);

        Cli.Result result = cli.run("run-issue", "42");

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_ALL_COMPLETED);
        assertThat(result.err()).endsWith("issue 42 stays open, without a comment\n");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void saysWhatTheTrackerDidNotDo() throws IOException {
        Files.createFile(bin.resolve("fail-close"));
        cli.goals.onStart = request -> end(request, RunStatus.COMPLETED);

        Cli.Result result = cli.run("run-issue", "42");

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_ALL_COMPLETED);
        assertThat(result.err())
                .contains("warning: could not close issue 42: HTTP 403: Resource not accessible")
                .endsWith("commented on issue 42\n");
    }

    @Test
    void refusesIssuesThatAreClosedOrLackTheLabel() throws IOException {
        Files.writeString(bin.resolve("view"), ISSUE.formatted("CLOSED"));
        assertThat(cli.run("run-issue", "42").err()).contains("error: issue 42 is closed");

        Files.writeString(bin.resolve("view"), ISSUE.formatted("OPEN").replace("orchestrator", "auth"));
        Cli.Result unlabeled = cli.run("run-issue", "42");
        assertThat(unlabeled.exitCode()).isEqualTo(2);
        assertThat(unlabeled.err()).contains("issue 42 has no label `orchestrator`");
        assertThat(cli.goals.started).isEmpty();
        assertThat(cli.run("run-issue", "42", "--any-label", "--dry-run").exitCode())
                .isZero();
    }

    @Test
    void startsNothingInADryRun() throws IOException {
        Cli.Result result = cli.run("run-issue", "42", "--dry-run");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("dry run: nothing was started");
        assertThat(cli.goals.started).isEmpty();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void saysThatTheTrackerIsOffOrUnknown() throws IOException {
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), "tracker: {enabled: false}\n");
        assertThat(cli.run("issues").exitCode()).isZero();
        assertThat(cli.run("run-issue", "42").exitCode()).isEqualTo(ExitCode.INVALID);

        Files.writeString(cli.directory.resolve("orchestrator.yaml"), "tracker: {enabled: true, provider: linear}\n");
        assertThat(cli.run("issues").err()).contains("tracker `linear` does not work in this version");
    }
}
