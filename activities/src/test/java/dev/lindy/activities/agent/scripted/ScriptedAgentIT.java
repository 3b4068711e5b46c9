package dev.lindy.activities.agent.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.model.RealProgram;
import dev.lindy.process.LifeSense;
import dev.lindy.run.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ScriptedAgentIT {

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final String session = UUID.randomUUID().toString();

    @TempDir
    Path folder;

    private Path work;
    private ScriptedAgent agent;
    private RealProgram program;

    @BeforeEach
    void begin() throws IOException {
        work = Files.createDirectory(folder.resolve("work")).toRealPath();
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("HOME", folder.toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("PROBE", "a value");
        agent = new ScriptedAgent(folder.resolve("agent"));
        program = new RealProgram(work, Files.createDirectory(folder.resolve("files")), environment);
        git("init", "-q", ".");
    }

    @Test
    void writesAppendsRemovesAndCommits() throws Exception {
        AgentReading reading = run("""
                Do this.
                @write src/a.txt one\\ntwo
                @append src/a.txt three
                @write b.txt b
                @remove b.txt
                @leave c.txt not committed
                @commit Add "a" $(touch pwned) `touch pwned`
                """);

        assertThat(reading.failure()).isNull();
        assertThat(reading.sessionId()).isEqualTo(session);
        assertThat(reading.costUsd()).isEqualTo(0.01);
        assertThat(work.resolve("src/a.txt")).hasContent("one\ntwo\nthree\n");
        assertThat(git("log", "--format=%s")).isEqualTo("Add \"a\" $(touch pwned) `touch pwned`\n");
        assertThat(git("status", "--porcelain")).isEqualTo("?? c.txt\n");
    }

    @Test
    void takesDirectivesOutsideFencesOnly() throws Exception {
        run("""
                ````
                @write inside.txt x
                ```
                @write inside.txt x
                ````
                a line with @write inside.txt x
                @write outside.txt x
                """);

        assertThat(work.resolve("inside.txt")).doesNotExist();
        assertThat(work.resolve("outside.txt")).exists();
    }

    @Test
    void doesOnTheSecondAttemptWhatIsMeantForIt() throws Exception {
        String task =
                "- attempt: 1\n@attempt 1 @write a.txt bad\n@attempt 2 @write a.txt good\n@attempt 2+ write b.txt b\n@commit it\n";
        run(task);
        assertThat(work.resolve("a.txt")).hasContent("bad\n");

        AgentReading again = resume("The check rejected it.\n\n- attempt: 2\n");

        assertThat(again.failure()).isNull();
        assertThat(work.resolve("a.txt")).hasContent("good\n");
        assertThat(work.resolve("b.txt")).exists();
        assertThat(git("log", "--format=%s")).isEqualTo("it\nit\n");
    }

    @Test
    void goesOnWhereItWasCutShort() throws Exception {
        Path log = folder.resolve("log");
        Path go = folder.resolve("go");
        String task = "@start-log " + log + "\n@append a.txt once\n@wait-for " + go + "\n@commit done\n@resume-count "
                + folder.resolve("count") + "\n";
        Process process = program.start(agent.command(request(task + "- attempt: 1\n", session, null)));
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(work.resolve("a.txt")));
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
        Files.createFile(go);

        AgentReading reading = resume("You were interrupted.\n- attempt: 1\n");

        assertThat(reading.failure()).isNull();
        assertThat(work.resolve("a.txt")).hasContent("once\n");
        assertThat(folder.resolve("count")).hasContent("1\n");
        assertThat(Files.readAllLines(log))
                .hasSize(3)
                .element(2)
                .asString()
                .matches("end \\d+ 1 " + session + " " + work);
    }

    @Test
    void endsAsItIsTold() throws Exception {
        assertThat(failure("@exit 7"))
                .isEqualTo(new Outcome.AgentFailed("the scripted agent ended with exit status 7 and without a result"));
        assertThat(failure("@is-error it \"broke\""))
                .isEqualTo(new Outcome.AgentFailed("the scripted agent reported an error: it \"broke\""));
        assertThat(failure("@api-error 529 overloaded")).isInstanceOf(Outcome.Transient.class);
        assertThat(failure("@api-error 401 who are you")).isInstanceOf(Outcome.AuthMissing.class);
        assertThat(failure("@write ../out.txt x")).isInstanceOf(Outcome.AgentFailed.class);
        assertThat(failure("@write /tmp/out.txt x")).isInstanceOf(Outcome.AgentFailed.class);
        assertThat(failure("@write .git/hooks/x x")).isInstanceOf(Outcome.AgentFailed.class);
        assertThat(failure("@frobnicate")).isInstanceOf(Outcome.AgentFailed.class);
        assertThat(failure("@nothing")).isNull();
    }

    @Test
    void getsPastAFailureWhenItIsResumed() throws Exception {
        AgentReading failed = run("- attempt: 1\n@api-error 529 busy\n@write a.txt x\n");
        AgentReading resumed = resume("go on\n- attempt: 1\n");

        assertThat(failed.failure()).isInstanceOf(Outcome.Transient.class);
        assertThat(resumed.failure()).isNull();
        assertThat(work.resolve("a.txt")).exists();
    }

    @Test
    void tellsWhenItsQuotaIsBack() throws Exception {
        Outcome outcome = failure("@quota 600");

        assertThat(((Outcome.Quota) outcome).until())
                .isBetween(Instant.now().plusSeconds(500), Instant.now().plusSeconds(700));
    }

    @Test
    void refusesASessionThatIsTakenOrUnknown() throws Exception {
        run("@nothing");

        AgentReading taken = run("@nothing");
        AgentReading unknown =
                program.run(agent, request("go on", null, UUID.randomUUID().toString()));

        assertThat(taken.failure()).isInstanceOf(Outcome.Interrupted.class);
        assertThat(taken.sessionId()).isEqualTo(session);
        assertThat(unknown.failure()).isInstanceOf(Outcome.Interrupted.class);
        assertThat(unknown.sessionId()).isNull();
    }

    @Test
    void answersWithThePlanOfTheGoal() throws Exception {
        String goal =
                "<goal>\nShow it.\n\n```plan\n{\"tasks\": [{\"id\": 1,\n  \"prompt\": \"@write a b\\n@commit c\"}]}\n```\n</goal>\n";

        AgentReading planned =
                program.run(agent, new AgentRequest(goal, session, null, "plan", "{}", null, null, null, environment));

        assertThat(planned.failure()).isNull();
        assertThat(planned.structured()).isEqualTo("{\"tasks\":[{\"id\":1,\"prompt\":\"@write a b\\n@commit c\"}]}");
        assertThat(work.resolve("a")).doesNotExist();
    }

    @Test
    void gaveNoAnswerWhereTheGoalHasNoPlan() throws Exception {
        AgentReading planned = program.run(
                agent, new AgentRequest("just a goal", session, null, "plan", "{}", null, null, null, environment));

        assertThat(planned.failure())
                .isEqualTo(new Outcome.AgentFailed("the scripted agent gave no structured answer"));
    }

    @Test
    void mergesTheCommitThatThePromptNames() throws Exception {
        run("@write a.txt base\n@commit base\n");
        git("checkout", "-q", "-b", "other");
        Files.writeString(work.resolve("a.txt"), "theirs\n");
        git("commit", "-qam", "theirs");
        String tip = git("rev-parse", "HEAD").strip();
        git("checkout", "-q", "-");
        String mine = UUID.randomUUID().toString();
        program.run(
                agent,
                request(
                        "- attempt: 1\n@attempt 1 @write a.txt mine\n@attempt 1 @commit mine\n@attempt 2 @merge theirs\n",
                        mine,
                        null));

        AgentReading merged =
                program.run(agent, request("1. Run `git merge " + tip + "`.\n- attempt: 2\n", null, mine));

        assertThat(merged.failure()).isNull();
        assertThat(work.resolve("a.txt")).hasContent("theirs\n");
        assertThat(git("log", "-1", "--format=%P").strip().split(" "))
                .hasSize(2)
                .contains(tip);
    }

    @Test
    void showsItsEnvironmentAndItsToolsAndGarbage() throws Exception {
        Path value = folder.resolve("value");
        AgentReading reading = run("@env PROBE " + value + "\n@tool 0\n@output 5000\n@say done it\n@cost 0.25\n");
        LifeSense sense = agent.sense();
        boolean busy = false;
        for (String line : Files.readAllLines(program.stdout())) {
            sense.line(line);
            busy |= sense.isBusy();
        }

        assertThat(value).hasContent("a value\n");
        assertThat(reading.costUsd()).isEqualTo(0.25);
        assertThat(Files.size(program.stdout())).isGreaterThan(5_000);
        assertThat(busy).isTrue();
        assertThat(sense.isBusy()).isFalse();
    }

    @Test
    void leavesAChildInASessionOfItsOwn() throws Exception {
        run("@child-in-own-session 271.5");

        ProcessHandle child = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep 271.5"))
                .findFirst()
                .orElseThrow();
        assertThat(child.isAlive()).isTrue();
        child.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    @Test
    void ignoresTermWhereItIsTold() throws Exception {
        Process process =
                program.start(agent.command(request("@ignore-term\n@write ready x\n@sleep 1\n", session, null)));
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(work.resolve("ready")));
        process.destroy();

        assertThat(process.waitFor()).isZero();
    }

    @Test
    void installsItselfAgainWhereItIsMissingOrOld() throws Exception {
        Path script = folder.resolve("agent/scripted-agent");
        Files.writeString(script, "#!/bin/sh\nexit 9\n");
        ScriptedAgent other = new ScriptedAgent(folder.resolve("agent"));

        assertThat(program.run(other, request("@nothing", session, null)).failure())
                .isNull();
        Files.delete(script);
        assertThat(failure("@nothing")).isNull();
        try (var files = Files.list(folder.resolve("agent"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("scripted-agent", "sessions");
        }
    }

    private AgentReading run(String prompt) throws Exception {
        return program.run(agent, request(prompt, session, null));
    }

    private AgentReading resume(String prompt) throws Exception {
        return program.run(agent, request(prompt, null, session));
    }

    private Outcome failure(String prompt) throws Exception {
        return program.run(agent, request(prompt, UUID.randomUUID().toString(), null))
                .failure();
    }

    private AgentRequest request(String prompt, String fresh, String resumed) {
        return RealProgram.request(environment, prompt, fresh, resumed, null);
    }

    private String git(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", work.toString(), "-c", "user.name=t", "-c", "user.email=t@t.invalid"));
        command.addAll(List.of(arguments));
        return RealProgram.ask(command, environment);
    }
}
