package dev.lindy.activities.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.SearchPath;
import dev.lindy.activities.agent.model.RealProgram;
import dev.lindy.activities.agent.model.ScriptedModel;
import dev.lindy.activities.agent.model.Step;
import dev.lindy.process.LifeSense;
import dev.lindy.run.Outcome;
import dev.lindy.testing.NotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real Claude Code CLI against a scripted model. */
@Timeout(120)
class ClaudeCliIT {

    private final ClaudeCli claude = new ClaudeCli(RealProgram::ask, new ClaudeCli.Host(false, false));
    private final Map<String, String> environment = new LinkedHashMap<>();

    @TempDir
    Path folder;

    private Path work;
    private ScriptedModel model;
    private RealProgram program;

    @BeforeEach
    void begin() throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean installed = SearchPath.find("claude", Map.of("PATH", path)).isPresent();
        NotRun.unless(installed, "ClaudeCliIT, since `claude` is not on PATH");
        work = Files.createDirectory(folder.resolve("work")).toRealPath();
        model = ScriptedModel.start();
        environment.put("PATH", path);
        environment.put("HOME", Files.createDirectory(folder.resolve("home")).toString());
        environment.put("CLAUDE_CODE_MAX_RETRIES", "1");
        environment.putAll(model.environment(folder.resolve("config")));
        program = new RealProgram(work, Files.createDirectory(folder.resolve("files")), environment);
    }

    @AfterEach
    void end() {
        if (model != null) {
            model.close();
        }
    }

    @Test
    void writesAndCommits() throws Exception {
        model.when(
                "add a greeting",
                Step.write(work.resolve("hello.txt").toString(), "hello"),
                Step.bash("git init -q . && git add -A && git -c user.name=a -c user.email=a@b.invalid commit -qm hi"),
                Step.say("It is done."));
        String session = UUID.randomUUID().toString();

        AgentReading reading = program.run(claude, request("add a greeting", session, null, null));

        assertThat(reading.failure()).isNull();
        assertThat(reading.text()).isEqualTo("It is done.");
        assertThat(reading.sessionId()).isEqualTo(session);
        assertThat(reading.costUsd()).isPositive();
        assertThat(reading.inputTokens()).isPositive();
        assertThat(work.resolve("hello.txt")).hasContent("hello");
        assertThat(RealProgram.ask(List.of("git", "-C", work.toString(), "log", "--format=%s"), environment))
                .isEqualTo("hi\n");
    }

    @Test
    void resumesTheConversation() throws Exception {
        model.when("first words", Step.say("heard")).when("second words", Step.say("heard again"));
        String session = UUID.randomUUID().toString();
        program.run(claude, request("first words", session, null, null));

        AgentReading reading = program.run(claude, request("second words", null, session, null));

        assertThat(reading.failure()).isNull();
        assertThat(reading.sessionId()).isEqualTo(session);
        assertThat(model.log().get(model.log().size() - 1).userTexts()).contains("first words", "second words");
    }

    @Test
    void saysThatASessionIsTakenOrUnknown() throws Exception {
        model.when("first words", Step.say("heard"));
        String session = UUID.randomUUID().toString();
        program.run(claude, request("first words", session, null, null));

        AgentReading taken = program.run(claude, request("first words", session, null, null));
        AgentReading unknown = program.run(
                claude, request("first words", null, UUID.randomUUID().toString(), null));

        assertThat(taken.failure()).isInstanceOf(Outcome.Interrupted.class);
        assertThat(taken.sessionId()).isEqualTo(session);
        assertThat(unknown.failure()).isInstanceOf(Outcome.Interrupted.class);
        assertThat(unknown.sessionId()).isNull();
    }

    @Test
    void plansWithoutToolsThatWrite() throws Exception {
        var answer = JsonNodeFactory.instance.objectNode().put("count", 3);
        model.when("make a plan", Step.structured(answer), Step.say("planned"));

        AgentReading reading = program.run(
                claude,
                request(
                        "make a plan",
                        UUID.randomUUID().toString(),
                        null,
                        "{\"type\":\"object\",\"properties\":{\"count\":{\"type\":\"integer\"}},\"required\":[\"count\"]}"));

        assertThat(reading.failure()).isNull();
        assertThat(reading.structured()).isEqualTo("{\"count\":3}");
        assertThat(model.log().get(0).tools())
                .contains("Read", "StructuredOutput")
                .doesNotContain("Bash", "Edit", "Write", "NotebookEdit", "Task", "Agent");
    }

    @Test
    void failsWhereThePlannerOnlyTalks() throws Exception {
        model.when("make a plan", Step.say("let me think"), Step.say("I would rather not"));

        AgentReading reading = program.run(
                claude, request("make a plan", UUID.randomUUID().toString(), null, "{\"type\":\"object\"}"));

        assertThat(reading.failure()).isEqualTo(new Outcome.AgentFailed("claude gave no structured answer"));
    }

    @Test
    void showsTheProjectsClaudeMdToTheModel() throws Exception {
        Files.writeString(work.resolve("CLAUDE.md"), "Always sing while working.");
        model.when("say something", Step.say("la la"));

        program.run(claude, request("say something", UUID.randomUUID().toString(), null, null));

        assertThat(model.log().get(0).raw()).contains("Always sing while working.");
    }

    @Test
    void livesThroughAnOverloadedModel() throws Exception {
        model.when("be patient", Step.error(529, "overloaded_error"), Step.say("here I am"));
        LifeSense sense = claude.sense();

        AgentReading reading =
                program.run(claude, request("be patient", UUID.randomUUID().toString(), null, null));

        assertThat(reading.failure()).isNull();
        assertThat(reading.text()).isEqualTo("here I am");
        boolean busy = false;
        for (String line : Files.readAllLines(program.stdout())) {
            sense.line(line);
            busy |= sense.isBusy();
        }
        assertThat(busy).isTrue();
        assertThat(sense.isBusy()).isFalse();
    }

    @Test
    void tellsApiFailuresApart() throws Exception {
        model.when("overloaded", errors(529, "overloaded_error", "busy"))
                .when("unauthorized", errors(401, "authentication_error", "invalid x-api-key"))
                .when("limited", errors(429, "rate_limit_error", "slow down"))
                .when("overlong", errors(400, "invalid_request_error", "prompt is too long: 9 tokens > 8 maximum"))
                .when("unpaid", errors(400, "invalid_request_error", "Your credit balance is too low"));

        assertThat(failure("overloaded")).isInstanceOf(Outcome.Transient.class);
        assertThat(failure("unauthorized")).isInstanceOf(Outcome.AuthMissing.class);
        assertThat(failure("limited")).isInstanceOf(Outcome.Transient.class);
        assertThat(failure("overlong")).isInstanceOf(Outcome.ContextExhausted.class);
        assertThat(failure("unpaid")).isInstanceOf(Outcome.AuthMissing.class);
    }

    @Test
    void takesAnUnreachableModelForTransient() throws Exception {
        model.close();

        assertThat(failure("is anybody there")).isInstanceOf(Outcome.Transient.class);
    }

    @Test
    void stopsAtItsLimitOfTurns() throws Exception {
        model.when("go on", Step.bash("true"), Step.bash("true"), Step.bash("true"), Step.say("enough"));
        AgentRequest request = new AgentRequest(
                "go on", UUID.randomUUID().toString(), null, "bypassPermissions", null, 2, null, null, environment);

        assertThat(program.run(claude, request).failure())
                .isEqualTo(new Outcome.AgentFailed("claude stopped at its limit of turns (`max_turns`)"));
    }

    @Test
    void needsAnAnswerWhereItWasDeniedATool() throws Exception {
        model.when("try this", Step.bash("touch forbidden"), Step.say("I could not"));
        AgentRequest request = new AgentRequest(
                "try this", UUID.randomUUID().toString(), null, "dontAsk", null, null, null, null, environment);

        assertThat(program.run(claude, request).failure())
                .isEqualTo(new Outcome.NeedsAnswer("claude was denied permission for Bash"));
        assertThat(work.resolve("forbidden")).doesNotExist();
    }

    @Test
    void goesOnAfterAKill() throws Exception {
        model.when(
                        "long work",
                        Step.write(work.resolve("half.txt").toString(), "half"),
                        Step.after(Duration.ofSeconds(60), Step.say("never said")))
                .when("interrupted", Step.say("I go on"));
        String session = UUID.randomUUID().toString();
        AgentRequest request = request("long work", session, null, null);
        Process process = program.start(claude.command(request));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Files.exists(work.resolve("half.txt")) && model.log().size() >= 2 && isKept(session));
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        AgentReading killed = claude.read(program.output(request, 137));
        AgentReading resumed = program.run(claude, request("you were interrupted", null, session, null));

        assertThat(killed.failure()).isInstanceOf(Outcome.Interrupted.class);
        assertThat(killed.sessionId()).isEqualTo(session);
        assertThat(resumed.failure()).isNull();
        assertThat(resumed.text()).isEqualTo("I go on");
        assertThat(model.log().get(model.log().size() - 1).userTexts()).contains("long work");
    }

    /** Whether the CLI has written the conversation down; before, nothing can be resumed. */
    private boolean isKept(String session) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("config"))) {
            return files.anyMatch(file -> file.getFileName().toString().equals(session + ".jsonl"));
        }
    }

    private Outcome failure(String prompt) throws Exception {
        return program.run(claude, request(prompt, UUID.randomUUID().toString(), null, null))
                .failure();
    }

    private AgentRequest request(String prompt, String fresh, String resume, String schema) {
        return RealProgram.request(environment, prompt, fresh, resume, schema);
    }

    private static Step[] errors(int status, String type, String message) {
        Step error = Step.error(status, type, message);
        return new Step[] {error, error, error, error, error, error};
    }
}
