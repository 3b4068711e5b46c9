package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.cli.client.RunEnd;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.payload.Payloads;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.CancelRequest;
import dev.lindy.state.CancelRequests;
import dev.lindy.state.RunFolder;
import dev.lindy.state.RunStart;
import dev.lindy.workflow.GoalRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that start, watch and steer runs, with an engine and a Temporal that are made up. */
class RunningCommandsTest {

    private static final String RUN = "1a2b3c4d";

    private Cli cli;
    private Runs runs;

    @BeforeEach
    void world(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        cli.clock = Clock.systemUTC();
        runs = new Runs(cli.state(), cli.directory);
        Files.createDirectories(cli.directory.resolve("web"));
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), """
                project: {name: shop}
                modules: [{name: web, path: web/}]
                dispatcher: {provider: scripted}
                qa_gates: {environment: [MY_TOKEN]}
                """);
    }

    private void reachTheGoal(GoalRequest request) {
        String run = request.run().run().value();
        runs.header(run, 3, RunStatus.COMPLETED, null);
        runs.task(run, Runs.passed());
        cli.goals.finish(RunStatus.COMPLETED, 1, 1, 0, 0);
    }

    @Test
    void startsARunAndPrintsNothingButItsIdOnStdout() {
        cli.goals.onStart = this::reachTheGoal;

        Cli.Result result = cli.run("run", "Add [login] with JWT");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).matches("[0-9a-f]{8}\n");
        String run = result.out().strip();
        assertThat(result.err().replace(run, "[RUN]")).isEqualTo("""
                        starting the Temporal server
                        started run `[RUN]`; see it at http://127.0.0.1:4712
                        plan: 1 task
                        ⬡ task-1 [api] Issue tokens [JWT]
                        ✓ task-1 passed at attempt 2
                        ✓ all tasks passed
                        finished run `[RUN]`: 1 passed in 12m 04s for $0.55; branch: `af/goal-[RUN]`
                        """);
    }

    @Test
    void laysOutTheRunForTheWorker() throws IOException {
        cli.environment.put("HOME", "/home/me");
        cli.environment.put("MY_TOKEN", "t");
        cli.environment.put("OTHER_SECRET", "s");
        cli.goals.onStart = this::reachTheGoal;

        String run = cli.run("run", "Add login").out().strip();

        RunFolder folder = runs.folder(run);
        RunStart start = Payloads.mapper().readValue(Files.readAllBytes(folder.start()), RunStart.class);
        GoalRequest request = cli.goals.started.get(0);
        assertThat(start.workflowId())
                .isEqualTo("add-login-" + run)
                .isEqualTo(request.run().workflowId());
        assertThat(start.address()).isEqualTo("127.0.0.1:4711");
        assertThat(request.hostQueue()).isEqualTo("lindy-host-0a1b2c3d4e5f");
        assertThat(folder.goal()).hasContent("Add login");
        assertThat(folder.resolve(request.goal())).hasContent("Add login");
        assertThat(folder.config()).exists();
        assertThat(CallerEnvironment.read(folder.environment()).values())
                .containsKeys("HOME", "PATH", "MY_TOKEN")
                .doesNotContainKeys("OTHER_SECRET", "LINDY_STATE");
        assertThat(cli.directory.resolve(".orchestrator/runs").resolve(run).toRealPath())
                .isEqualTo(folder.root().toRealPath());
    }

    @Test
    void keepsTheRunToTheUser() throws IOException {
        cli.goals.onStart = this::reachTheGoal;

        String run = cli.run("run", "Add login").out().strip();

        RunFolder folder = runs.folder(run);
        assertThat(mode(folder.root())).isEqualTo("rwx------");
        assertThat(mode(folder.environment())).isEqualTo("rw-------");
        assertThat(mode(folder.config())).isEqualTo("rw-------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void bringsAPlanFileAlong() throws IOException {
        Files.writeString(
                cli.directory.resolve("p.yaml"),
                "goal: Füge Login hinzu\ntasks: [{id: 1, module: web, description: d, prompt: p}]\n");
        cli.goals.onStart = this::reachTheGoal;

        cli.run("run", "-p", "p.yaml", "--base", "develop", "--max-parallel", "9", "--approve-plan");

        GoalRequest request = cli.goals.started.get(0);
        assertThat(request.run().workflowId()).startsWith("fuge-login-hinzu-");
        assertThat(request.planFile()).isNotNull();
        assertThat(request.base()).isEqualTo("develop");
        assertThat(request.policy().maxParallel()).isEqualTo(9);
        assertThat(runs.folder(request.run().run().value()).config()).content().contains("\"maxParallel\":9");
        assertThat(request.policy().approvePlan()).isTrue();
    }

    @Test
    void detachesAtOnceWhenTold() {
        Cli.Result result = cli.run("run", "Add login", "--detach");

        assertThat(result.exitCode()).isEqualTo(ExitCode.STILL_RUNNING);
        assertThat(result.err()).contains("hint: watch it with `lindy watch ");
    }

    @Test
    void printsOneObjectAtTheEnd() throws IOException {
        cli.goals.onStart = this::reachTheGoal;

        Cli.Result result = cli.run("run", "Add login", "--json");

        JsonNode json = new ObjectMapper().readTree(result.out());
        assertThat(json.path("status").asText()).isEqualTo("completed");
        assertThat(json.path("tasks")).hasSize(1);
    }

    @Test
    void printsOneObjectPerChange() throws IOException {
        cli.goals.onStart = this::reachTheGoal;

        Cli.Result result = cli.run("run", "Add login", "--json-stream");

        List<String> events =
                result.out().lines().map(RunningCommandsTest::event).toList();
        assertThat(events).containsExactly("plan", "task", "run", "end");
    }

    private static String event(String line) {
        try {
            return new ObjectMapper().readTree(line).path("event").asText();
        } catch (IOException e) {
            return "not JSON: " + line;
        }
    }

    @Test
    void endsWithOneWhereATaskFailed() {
        cli.goals.onStart = request -> {
            runs.header(request.run().run().value(), 3, RunStatus.FAILED, null);
            runs.task(request.run().run().value(), Runs.row(1, TaskStatus.FAILED, List.of(Runs.working(1)), "no luck"));
            cli.goals.finish(RunStatus.FAILED, 1, 0, 1, 0);
        };

        Cli.Result result = cli.run("run", "Add login");

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_ALL_COMPLETED);
        assertThat(result.err()).contains("✗ task-1 failed: no luck\n", "0 passed, 1 failed", "hint: look closer with");
    }

    @Test
    void endsWithThreeWhereThePlanIsInvalid() {
        cli.goals.onStart = request -> cli.goals.end.complete(
                new RunEnd(RunStatus.FAILED, null, null, Stop.because("a gate is unknown", true)));

        Cli.Result result = cli.run("run", "Add login");

        assertThat(result.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(result.err()).contains("error: a gate is unknown\n");
    }

    @Test
    void namesEveryProblemOfThePlannersLastAnswerAndWhereItIs() {
        cli.goals.onStart = request -> {
            String run = request.run().run().value();
            Runs.write(runs.folder(run).planning(3).resolve("transcript.jsonl"), "said");
            Stop stop = new Stop(
                    "there is no valid plan: the planner was asked 3 times",
                    List.of("task 1 depends on task 9", "no module \u001b[31mx"),
                    true,
                    "planning/3");
            cli.goals.end.complete(new RunEnd(RunStatus.FAILED, null, null, stop));
        };

        Cli.Result result = cli.run("run", "Add login");

        String run = result.out().strip();
        assertThat(result.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(result.err())
                .contains("""
                        config error: there is no valid plan: the planner was asked 3 times
                          - task 1 depends on task 9
                          - no module \\x1b[31mx
                        """)
                .endsWith(
                        "hint: read the planner's last answer in `.orchestrator/runs/%s/planning/3/transcript.jsonl`\n"
                                .formatted(run));
    }

    @Test
    void saysHowARunHasEndedInsteadOfPlayingItAgain() {
        runs.failed(RUN);
        cli.goals.open = false;

        Cli.Result result = cli.run("watch");

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_ALL_COMPLETED);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).endsWith("""
                ✓ task-1 passed at attempt 2
                ✗ task-2 failed: the agent was silent for 10m 00s
                ○ task-3 skipped: needs task-2, which failed
                finished run `1a2b3c4d`: 1 passed, 1 failed, 1 skipped in 12m 04s for $1.05; branch: `af/goal-1a2b3c4d`

                hint: look closer with `lindy show 1a2b3c4d`
                """).doesNotContain("plan:");
    }

    @Test
    void saysAgainWhyARunHadNoValidPlan() {
        RunStart start = runs.start(RUN, Runs.START);
        RunHeader header = Runs.header(RUN, 3, RunStatus.FAILED, cli.directory, null);
        Stop stop = new Stop("there is no valid plan", List.of("task 1 depends on task 9"), true, "");
        Runs.write(
                runs.folder(RUN).header(),
                new RunHeader(
                        start.run(),
                        start.workflowId(),
                        3,
                        header.goal(),
                        header.projectRoot(),
                        RunStatus.FAILED,
                        header.startedAt(),
                        header.endedAt(),
                        null,
                        null,
                        0.1,
                        List.of(),
                        null,
                        stop,
                        false));
        cli.goals.open = false;

        Cli.Result watched = cli.run("watch");

        assertThat(watched.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(watched.err()).contains("config error: there is no valid plan\n  - task 1 depends on task 9\n");
        assertThat(cli.run("show").out())
                .contains("stopped:   there is no valid plan\n", "problem:   task 1 depends on task 9\n");
    }

    @Test
    void endsAsTheRunDidThatIsWatchedTooLate() {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 3, RunStatus.COMPLETED, null);
        cli.goals.open = false;

        assertThat(cli.run("watch", "--json").exitCode()).isZero();
    }

    @Test
    void watchesARunOnWhichWasResumedAMomentAgo() {
        runs.failed(RUN);
        cli.goals.open = true;
        cli.goals.end.complete(RunEnd.without(RunStatus.COMPLETED, null));

        assertThat(cli.run("watch").exitCode()).isZero();
    }

    @Test
    void startsFromWhatIsNotCommittedWhenTold() {
        cli.repositories.uncommitted.addAll(List.of("a.txt", "b.txt"));
        cli.goals.onStart = this::reachTheGoal;

        Cli.Result result = cli.run("run", "Add login", "--include-uncommitted");

        assertThat(cli.goals.started.get(0).snapshot())
                .isEqualTo(new BaseRef("main", "5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed"));
        assertThat(result.err()).contains("kept the uncommitted changes of 2 files as commit 5eed5eed5eed\n");
    }

    @Test
    void startsFromTheCommitUnlessTold() {
        cli.repositories.uncommitted.add("a.txt");
        cli.goals.onStart = this::reachTheGoal;

        cli.run("run", "Add login");

        assertThat(cli.goals.started.get(0).snapshot()).isNull();
    }

    @Test
    void refusesASnapshotOnAnotherBase() {
        Cli.Result result = cli.run("run", "Add login", "--include-uncommitted", "--base", "develop");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.goals.started).isEmpty();
    }

    @Test
    void endsWithEightWhereAPersonIsNeeded() {
        cli.goals.onStart = request -> runs.header(
                request.run().run().value(),
                4,
                RunStatus.PAUSED,
                new RunHeader.Attention("agent `claude` is not logged in", "log in with `claude`"));

        Cli.Result result = cli.run("run", "Add login");

        assertThat(result.exitCode()).isEqualTo(ExitCode.STILL_RUNNING);
        assertThat(result.err())
                .contains("paused: agent `claude` is not logged in\n\nhint: log in with `claude`; then `lindy resume ");
    }

    @Test
    void tellsWhereTemporalOrTheWorkerCannotBeHad() {
        cli.engine.failure = UserProblem.of(ExitCode.UNREACHABLE, "could not reach Temporal", "start it");
        assertThat(cli.run("run", "x").snapshot())
                .isEqualTo("exit code: 4\n----- stdout -----\n----- stderr -----\n"
                        + "error: could not reach Temporal\n\nhint: start it\n");

        cli.engine.failure = UserProblem.of(ExitCode.NO_WORKER, "no Worker took work", null);
        assertThat(cli.run("run", "x").exitCode()).isEqualTo(ExitCode.NO_WORKER);
    }

    @Test
    void tellsABugWithoutATrace() {
        cli.goals.onStart = request -> {
            throw new IllegalStateException("Unexpected moon");
        };

        Cli.Result result = cli.run("run", "x");

        assertThat(result.exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(result.err()).contains("internal error: `lindy run` stopped unexpectedly: Unexpected moon");
        assertThat(result.err()).doesNotContain("IllegalStateException", "\tat ");
        assertThat(cli.run("run", "x", "-vv").err()).contains("IllegalStateException");
    }

    @Test
    void detachesOnInterruptAndSaysHowToComeBack() throws Exception {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 2, RunStatus.RUNNING, null);
        AtomicReference<Cli.Result> result = new AtomicReference<>();
        Thread command = new Thread(() -> result.set(cli.run("watch", RUN)));

        command.start();
        await().until(cli::interrupt);
        command.join(10_000);

        assertThat(result.get().exitCode()).isEqualTo(ExitCode.STILL_RUNNING);
        assertThat(result.get().err())
                .endsWith("detached; run `1a2b3c4d` goes on\nhint: come back with `lindy watch 1a2b3c4d`\n");
    }

    @Test
    void restartsADeadEngineAndGoesOn() throws Exception {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 2, RunStatus.RUNNING, null);
        cli.engine.alive = false;
        AtomicReference<Cli.Result> result = new AtomicReference<>();
        Thread command = new Thread(() -> result.set(cli.run("watch", RUN)));

        command.start();
        await().until(() -> cli.engine.restores.get() == 1);
        cli.goals.finish(RunStatus.COMPLETED, 0, 0, 0, 0);
        command.join(10_000);

        assertThat(result.get().exitCode()).isZero();
        assertThat(result.get().err()).contains("engine is down; restarting it\n");
    }

    @Test
    void waitsForAServerOfOtherPeopleLongerThanForItsOwn() throws Exception {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 2, RunStatus.RUNNING, null);
        cli.clock = hurried();
        cli.engine.kind = "compose";
        cli.engine.onRestore = UserProblem.of(ExitCode.UNREACHABLE, "could not reach Temporal", "start it");
        cli.engine.alive = false;
        AtomicReference<Cli.Result> result = new AtomicReference<>();
        Thread command = new Thread(() -> result.set(cli.run("watch", RUN)));

        command.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> cli.engine.restores.get() == 8);
        cli.engine.onRestore = null;
        await().atMost(Duration.ofSeconds(60)).until(() -> cli.engine.alive);
        cli.goals.finish(RunStatus.COMPLETED, 0, 0, 0, 0);
        command.join(60_000);

        assertThat(result.get().exitCode()).as(result.get().err()).isZero();
        assertThat(result.get().err()).containsOnlyOnce("could not reach Temporal; trying again\n");
    }

    @Test
    void givesAServerOfOtherPeopleUpInTheEnd() {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 2, RunStatus.RUNNING, null);
        cli.clock = hurried();
        cli.engine.kind = "external";
        cli.engine.onRestore = UserProblem.of(ExitCode.UNREACHABLE, "could not reach Temporal", "start it");
        cli.engine.alive = false;

        Cli.Result result = cli.run("watch", RUN);

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(result.err()).contains("error: could not reach Temporal\n");
    }

    /** A clock that is three seconds further each time it is looked at. */
    private static Clock hurried() {
        AtomicLong looks = new AtomicLong();
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Runs.START.plusSeconds(3 * looks.incrementAndGet());
            }
        };
    }

    @Test
    void followsAgainWhereTheConnectionWasLost() throws Exception {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 2, RunStatus.RUNNING, null);
        CompletableFuture<RunEnd> lost = CompletableFuture.failedFuture(new IllegalStateException("gone"));
        cli.goals.end = lost;
        AtomicReference<Cli.Result> result = new AtomicReference<>();
        Thread command = new Thread(() -> result.set(cli.run("watch", RUN)));

        command.start();
        CompletableFuture<RunEnd> again = new CompletableFuture<>();
        cli.goals.end = again;
        again.complete(RunEnd.without(RunStatus.CANCELED, null));
        command.join(10_000);

        assertThat(result.get().exitCode()).isEqualTo(ExitCode.NOT_ALL_COMPLETED);
        assertThat(result.get().err()).contains("canceled run `1a2b3c4d`");
    }

    /** The port of a container listens before the server in it can answer. */
    @Test
    void followsAServerOfOtherPeopleThatListensAndDoesNotAnswerYet() {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 2, RunStatus.RUNNING, null);
        cli.clock = hurried();
        cli.engine.kind = "compose";
        for (int failure = 0; failure < 8; failure++) {
            cli.goals.ends.add(CompletableFuture.failedFuture(new IllegalStateException("not yet")));
        }
        cli.goals.end = CompletableFuture.completedFuture(RunEnd.without(RunStatus.COMPLETED, null));

        Cli.Result result = cli.run("watch", RUN);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void resumesAPausedRunAndForgetsWhyItWasPaused() throws Exception {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 4, RunStatus.PAUSED, new RunHeader.Attention("old", "old"));
        AtomicReference<Cli.Result> result = new AtomicReference<>();
        Thread command = new Thread(() -> result.set(cli.run("resume", RUN)));

        command.start();
        await().until(() -> !cli.goals.calls.isEmpty());
        runs.header(RUN, 5, RunStatus.COMPLETED, null);
        cli.goals.finish(RunStatus.COMPLETED, 0, 0, 0, 0);
        command.join(10_000);

        assertThat(cli.goals.calls).containsExactly("add-login-1a2b3c4d Resume[]");
        assertThat(result.get().exitCode()).isZero();
        assertThat(result.get().err()).doesNotContain("paused", "old");
    }

    @Test
    void showsARunThatCouldNotBeStartedAsFailed() {
        cli.goals.passing.add(UserProblem.usage("Temporal refused the run", null));

        assertThat(cli.run("run", "Add login").exitCode()).isEqualTo(ExitCode.USAGE);

        assertThat(cli.run("list").out()).contains("failed").doesNotContain("planning");
        assertThat(cli.run("show").out()).contains("the run could not be started: Temporal refused the run");
    }

    @Test
    void bringsAnEngineBackThatDiesWhileARunIsStarted() {
        cli.goals.passing.add(UserProblem.of(ExitCode.UNREACHABLE, "could not reach Temporal", null));
        cli.goals.onStart = this::reachTheGoal;

        Cli.Result result = cli.run("run", "Add login");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(cli.engine.restores).hasValue(1);
        assertThat(cli.goals.started).hasSize(1);
    }

    @Test
    void bringsAWorkerBackThatDiesWhileARunIsResumed() throws Exception {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 4, RunStatus.PAUSED, null);
        UserProblem noWorker = UserProblem.of(ExitCode.NO_WORKER, "no Worker took the request in time", null);
        cli.goals.passing.addAll(List.of(noWorker, noWorker));

        Cli.Result result = cli.run("resume", RUN, "--detach");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.STILL_RUNNING);
        assertThat(cli.engine.restores).hasValue(2);
        assertThat(cli.goals.calls).containsExactly("add-login-1a2b3c4d Resume[]");
    }

    @Test
    void givesUpWhereTheEngineDiesUnderEachCall() {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 4, RunStatus.PAUSED, null);
        UserProblem noWorker = UserProblem.of(ExitCode.NO_WORKER, "no Worker took the request in time", null);
        cli.goals.passing.addAll(List.of(noWorker, noWorker, noWorker));

        assertThat(cli.run("resume", RUN).exitCode()).isEqualTo(ExitCode.NO_WORKER);
    }

    @Test
    void startsAClosedRunAgainFromItsJournal() {
        cli.goals.onStart = request -> {
            runs.header(request.run().run().value(), 4, RunStatus.FAILED, null);
            cli.goals.finish(RunStatus.FAILED, 0, 0, 0, 0);
        };
        String run = cli.run("run", "Add login").out().strip();
        cli.goals.open = false;
        cli.goals.end = new CompletableFuture<>();
        cli.goals.onStart = this::reachTheGoal;

        Cli.Result result = cli.run("resume", run);

        assertThat(result.exitCode()).isZero();
        GoalRequest again = cli.goals.started.get(1);
        assertThat(again.resume()).isTrue();
        assertThat(again.run()).isEqualTo(cli.goals.started.get(0).run());
    }

    @Test
    void saysThatACompletedRunNeedsNoResuming() {
        runs.start(RUN, Runs.START);
        runs.header(RUN, 4, RunStatus.COMPLETED, null);

        Cli.Result result = cli.run("resume");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEqualTo("run `1a2b3c4d` is completed; there is nothing to resume\n");
    }

    @Test
    void steersARunThatGoesOn() {
        runs.start(RUN, Runs.START);

        assertThat(cli.run("approve").err()).endsWith("approved the plan of run `1a2b3c4d`\n");
        assertThat(cli.run("pause", RUN, "--reason", "lunch").err()).endsWith("paused run `1a2b3c4d`\n");
        assertThat(cli.run("retry", "3").err()).endsWith("task-3 of run `1a2b3c4d` gets fresh attempts\n");
        assertThat(cli.run("skip", "1a2", "task-4").err()).endsWith("skipped task-4 of run `1a2b3c4d`\n");

        assertThat(cli.goals.calls)
                .containsExactly(
                        "add-login-1a2b3c4d Approve[]",
                        "add-login-1a2b3c4d Pause[reason=lunch]",
                        "add-login-1a2b3c4d Retry[task=task-3]",
                        "add-login-1a2b3c4d Skip[task=task-4]");
    }

    @Test
    void steersThroughTheDeathOfAWorker() {
        runs.start(RUN, Runs.START);
        cli.goals.passing.add(UserProblem.of(ExitCode.NO_WORKER, "no Worker took the request in time", null));

        Cli.Result result = cli.run("pause", RUN);

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(cli.engine.restores).hasValue(1);
        assertThat(cli.goals.calls).hasSize(1);
    }

    @Test
    void printsWhyARequestWasRefused() {
        runs.start(RUN, Runs.START);
        cli.goals.refusal = UserProblem.usage("task-3 has not failed", null);

        Cli.Result result = cli.run("retry", "3");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).endsWith("""
                error: task-3 has not failed

                hint: look at it with `lindy show 1a2b3c4d`
                """);
    }

    @Test
    void namesTheRunInTheHintOfARefusal() {
        runs.failed(RUN);
        cli.goals.refusal = UserProblem.usage("the run is not going on", "continue it with `lindy resume`");

        assertThat(cli.run("pause").err()).endsWith("hint: continue it with `lindy resume 1a2b3c4d`\n");
    }

    @Test
    void cancelsARun() {
        runs.start(RUN, Runs.START);
        cli.goals.end.complete(RunEnd.without(RunStatus.CANCELED, null));

        Cli.Result result = cli.run("cancel");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).endsWith("canceling run `1a2b3c4d`\nrun `1a2b3c4d` is canceled\n");
    }

    @Test
    void endsTheProgramsOfARunAndLeavesTheWishWhereThereIsNoEngine() throws IOException {
        runs.start(RUN, Runs.START);
        cli.engine.failure =
                UserProblem.of(ExitCode.UNREACHABLE, "could not start the Temporal server", "look at its log", null);

        Cli.Result result = cli.run("cancel");

        assertThat(result.exitCode()).isEqualTo(ExitCode.STILL_RUNNING);
        assertThat(result.err()).isEqualTo("""
                        task-2 of run `1a2b3c4d` was ended: pid 102
                        warning: could not start the Temporal server
                        run `1a2b3c4d` is canceled by the next Worker; none could be had now

                        hint: start one with `lindy up`
                        """);
        assertThat(new CancelRequests(cli.state(), "managed").has(RUN)).isTrue();
    }

    @Test
    void namesTheServerThatHasToComeBackBeforeARunCanBeCanceled() {
        runs.start(RUN, Runs.START, "compose");
        cli.engine.failure = UserProblem.of(ExitCode.UNREACHABLE, "could not reach Temporal", null);

        assertThat(cli.run("cancel").err())
                .endsWith("hint: start the engine with `docker compose up -d`, then `lindy cancel 1a2b3c4d` again\n");
    }

    @Test
    void takesAWishToCancelBackWhereTheRunIsResumed() throws IOException {
        runs.start(RUN, Runs.START);
        new CancelRequests(cli.state(), "managed")
                .leave(new CancelRequest(RunId.of(RUN), "lindy", "add-login-1a2b3c4d", Runs.START));
        cli.goals.finish(RunStatus.COMPLETED, 0, 0, 0, 0);

        cli.run("resume", RUN);

        assertThat(new CancelRequests(cli.state(), "managed").has(RUN)).isFalse();
    }

    @Test
    void savesAPlanAndEndsTheRunThere() throws IOException {
        cli.goals.onStart = request -> {
            String run = request.run().run().value();
            runs.header(run, 2, RunStatus.AWAITING_APPROVAL, null);
            Runs.write(runs.folder(run).plan(), List.of("the plan"));
        };

        Cli.Result result = cli.run("plan", "Add login", "-o", "out.json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("out.json\n");
        assertThat(result.err()).doesNotContain("lindy approve");
        assertThat(cli.directory.resolve("out.json")).hasContent("[\"the plan\"]");
        assertThat(cli.goals.started.get(0).policy().approvePlan()).isTrue();
        assertThat(cli.goals.calls.get(1)).startsWith("cancel add-login-");
    }

    @Test
    void listsWhatWasOnlyPlannedWhenTold() {
        cli.goals.onStart = request -> {
            String run = request.run().run().value();
            runs.header(run, 2, RunStatus.AWAITING_APPROVAL, null);
            Runs.write(runs.folder(run).plan(), List.of("the plan"));
        };
        cli.run("plan", "Add login");
        String run = cli.goals.started.get(0).run().run().value();
        runs.header(run, 3, RunStatus.CANCELED, null);

        assertThat(cli.run("list").out()).isEmpty();
        assertThat(cli.run("list", "--json").out()).isEqualTo("[]\n");
        assertThat(cli.run("list", "--all").out()).contains(run + "  plan only ");
        assertThat(cli.run("show").err()).contains("this project has no runs yet");
    }
}
