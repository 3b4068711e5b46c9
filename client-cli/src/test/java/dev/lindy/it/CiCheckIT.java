package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lindy.it.FakeGitHub.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Gate {@code ci_check}: the real {@code gh} and git, a GitHub of the test's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CiCheckIT {

    private static final String CONFIG = """
            project:
              name: shop
            modules:
              - name: api
                path: api
                repo: o/r
              - name: web
                path: web
            dispatcher:
              provider: scripted
            planner:
              provider: scripted
            qa_gates:
              ci_check:
                timeout_seconds: 240
                poll_interval: 1
                grace_seconds: 5
            """;

    private final LindyHome home = LindyHome.create();
    private GitProject project = GitProject.create(home, CONFIG);
    private FakeGitHub github = FakeGitHub.start(home, project);
    private Starts starts = new Starts(home);

    @BeforeEach
    void fresh() {
        github.close();
        project = GitProject.create(home, CONFIG);
        github = FakeGitHub.start(home, project);
        starts = new Starts(home);
    }

    @AfterEach
    void closeGitHub() {
        github.close();
    }

    @AfterAll
    void close() {
        home.close();
    }

    @Test
    void completesATaskWhoseCommitPassesCi() {
        github.runs(commit -> github.looks() < 3 ? List.of(Run.WORKING) : List.of(Run.SUCCESS));

        Result result = run();

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(github.looks()).isEqualTo(3);
        assertThat(github.pushes()).hasSize(1);
        assertThat(project.git("for-each-ref", "refs/remotes")).isEmpty();
    }

    @Test
    void tellsTheNextAttemptWhatTheFailedJobPrinted() throws IOException {
        github.runs(commit -> commits().size() == 1 ? List.of(Run.FAILURE) : List.of(Run.SUCCESS));
        github.log("""
                2026-05-14T10:00:00.0000000Z FAILED test_price.py::test_round - assert 1 == 2 %s
                2026-05-14T10:00:01.0000000Z ##[error]Process completed with exit code 1.
                2026-05-14T10:00:02.0000000Z Cleaning up orphan processes
                """.formatted(FakeGitHub.TOKEN));

        Result result = run();

        assertThat(result.exit()).as(result.toString()).isZero();
        String run = result.stdout().strip();
        assertThat(starts.of(1)).hasSize(2);
        assertThat(commits()).hasSize(2);
        String prompt = prompt(run, 2);
        assertThat(prompt)
                .contains("CI failed: job test (ubuntu), step Run tests - https://github.example/job/2")
                .contains("test_price.py::test_round")
                .doesNotContain(FakeGitHub.TOKEN);
    }

    @Test
    void goesOnWithASessionOfTheOriginalThatCiHadStopped() throws IOException {
        project.write("orchestrator.yaml", CONFIG.replace("name: web\n", "name: web-ui\n"));
        project.git("add", "--all");
        project.commit("Name it as the original did");
        project.write(".orchestrator/sessions/9b1f27ac.json", session());

        Result result = home.run(project.root(), "resume", "9b1f27ac");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.stderr()).contains("2 passed, 1 done before");
        assertThat(github.pushes()).hasSize(1);
    }

    /** A session that 0.6.0 wrote, with a repository and a prompt that tests have. */
    private static String session() throws IOException {
        try (InputStream in = CiCheckIT.class.getResourceAsStream("session.v060.paused.json")) {
            return new String(Objects.requireNonNull(in, "the session").readAllBytes(), StandardCharsets.UTF_8)
                    .replace("harbor-org/harbor", "o/r")
                    .replace(
                            "Call the refresh route one minute before expiry.",
                            "@write web/refresh.txt soon\\n@commit Refresh");
        }
    }

    /** CI of the original took the newest run of the branch, whatever commit it was for. */
    @Nested
    class W47 {

        @Test
        void takesNoSuccessOfAnotherCommit() {
            project.git("push", "-q", "origin", "main:refs/heads/af/task-1");
            github.ignoresFilters();
            String old = project.git("rev-parse", "main");
            github.runs(commit -> commit.equals(old) ? List.of(Run.SUCCESS) : List.of());

            assertThat(attention(detached()))
                    .contains("no workflow run for commit")
                    .contains("within 5 s: does `ci.yml` run on push to `af/task-1-");
        }
    }

    @Test
    void asksAPersonWhereGhIsNotLoggedInAndGoesOnAfterwards() {
        home.environment().put("GH_ENTERPRISE_TOKEN", "wrong-token");
        String run = detached();
        assertThat(attention(run)).contains("refuses the login of `gh` (HTTP 401: Bad credentials)");

        home.environment().put("GH_ENTERPRISE_TOKEN", FakeGitHub.TOKEN);
        Result resumed = home.run(project.root(), "resume", run);

        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        assertThat(starts.of(1)).hasSize(1);
    }

    @Test
    void asksAPersonWhereNobodyIsLoggedIn() {
        home.environment().keySet().removeAll(List.of("GH_HOST", "GH_ENTERPRISE_TOKEN"));

        assertThat(attention(detached())).contains("`gh` is not logged in at `github.com`");
    }

    @Test
    void waitsWhereTheRateLimitIsUsedUp() {
        github.limitsRateFor(Duration.ofSeconds(6));

        Result result = run();

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(github.looks()).isEqualTo(2);
    }

    @Test
    void asksAPersonWhereGhIsMissing() throws IOException {
        String path = home.environment().put("PATH", withoutGh().toString());
        try {
            assertThat(attention(detached())).contains("`gh` is not installed (looked in PATH)");
        } finally {
            home.environment().put("PATH", String.valueOf(path));
        }
    }

    @Test
    void makesARefusedPushAFinding() throws IOException {
        github.hook(
                "while read old new ref; do"
                        + " if git cat-file -e $new:api/secret.txt; then echo 'secret found in api/secret.txt:1'; exit 1; fi; done");

        Result result = home.run(
                project.root(),
                "run",
                "-p",
                project.plan(task(
                        starts.directive(1),
                        "@attempt 1 @write api/secret.txt 1",
                        "@attempt 2 @remove api/secret.txt",
                        "@append api/1.txt 1",
                        "@commit one")));

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(prompt(result.stdout().strip(), 2))
                .contains("the remote refuses the commit")
                .contains("secret found in api/secret.txt:1");
    }

    @Test
    void keepsTheLoginFromAgentsAndOtherGates() throws IOException {
        Result result = home.run(
                project.root(),
                "run",
                "-p",
                project.plan(
                        task("@env GH_ENTERPRISE_TOKEN " + starts.file("agent"), "@write api/1.txt 1", "@commit one")));

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(Files.readString(starts.file("agent"))).isEqualTo("(unset)\n");
    }

    @Test
    void goesOnWaitingWhenTheWorkerIsKilled() {
        github.runs(commit -> List.of(Run.WORKING));
        String run = detached();
        await().atMost(Duration.ofSeconds(90)).until(() -> github.looks() > 1);

        Pids.kill(home.workerPid());
        assertThat(home.run("up").exit()).isZero();
        long before = github.looks();
        await().atMost(Duration.ofSeconds(60)).until(() -> github.looks() > before);
        github.runs(commit -> List.of(Run.SUCCESS));

        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertWasDoneOnce();
    }

    @Test
    void goesOnWaitingWhenTheServerIsKilled() {
        github.runs(commit -> List.of(Run.WORKING));
        String run = detached();
        await().atMost(Duration.ofSeconds(90)).until(() -> github.looks() > 1);

        Pids.kill(home.serverPid());
        github.runs(commit -> List.of(Run.SUCCESS));
        assertThat(home.run("up").exit()).isZero();

        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertWasDoneOnce();
    }

    @Test
    void goesOnWaitingWhenEverythingIsKilled() {
        github.runs(commit -> List.of(Run.WORKING));
        String run = detached();
        await().atMost(Duration.ofSeconds(90)).until(() -> github.looks() > 1);

        home.killEverything();
        github.runs(commit -> List.of(Run.SUCCESS));
        assertThat(home.run("up").exit()).isZero();

        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertWasDoneOnce();
    }

    @Test
    void stopsWaitingAtOnceWhenTheRunIsCanceled() {
        github.runs(commit -> List.of(Run.WORKING));
        String run = detached();
        await().atMost(Duration.ofSeconds(90)).until(() -> github.looks() > 1);

        assertThat(home.run(project.root(), "cancel", run).exit()).isZero();

        await().atMost(Duration.ofSeconds(30)).until(() -> home.statusOf(run).equals("canceled"));
    }

    private void assertWasDoneOnce() {
        assertThat(starts.of(1)).hasSize(1);
        assertThat(commits()).hasSize(1);
    }

    private List<String> commits() {
        return github.pushes().stream().map(line -> line.split(" ")[1]).toList();
    }

    private Result run() {
        return home.run(project.root(), "run", "-p", plan());
    }

    private String detached() {
        return home.detached(project.root(), "-p", plan());
    }

    private String plan() {
        return project.plan(task(starts.directive(1), "@append api/1.txt 1", "@commit one"));
    }

    private static PlanTask task(String... directives) {
        return new PlanTask(
                1,
                "api",
                List.of(),
                String.join("\n", directives),
                List.of(Map.of("gate", "ci_check", "params", Map.of())),
                false);
    }

    /** Why the run waits for a person. */
    private String attention(String run) {
        await().atMost(Duration.ofSeconds(90)).until(() -> home.statusOf(run).equals("paused"));
        return home.run(project.root(), "show", run).stdout().replaceAll("\\s+", " ");
    }

    private String prompt(String run, int attempt) throws IOException {
        Path runs = home.state().resolve("runs").resolve(run);
        try (Stream<Path> files = Files.walk(runs)) {
            Path prompt = files.filter(file -> file.endsWith("prompt.md"))
                    .filter(file -> file.getParent().getFileName().toString().equals(Integer.toString(attempt)))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(prompt);
        }
    }

    /** A folder with all programs of PATH but one. */
    private Path withoutGh() throws IOException {
        Path folder = home.folder("bin");
        for (String place : home.environment().get("PATH").split(":")) {
            if (Files.isDirectory(Path.of(place))) {
                try (Stream<Path> programs = Files.list(Path.of(place))) {
                    for (Path program : programs.toList()) {
                        Path link = folder.resolve(program.getFileName().toString());
                        if (!link.endsWith("gh") && !Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                            Files.createSymbolicLink(link, program);
                        }
                    }
                }
            }
        }
        return folder;
    }
}
