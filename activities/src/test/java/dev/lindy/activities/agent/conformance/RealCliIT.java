package dev.lindy.activities.agent.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.agent.AgentPlace;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.model.RealCli;
import dev.lindy.activities.agent.model.RealProgram;
import dev.lindy.activities.agent.model.ScriptedShells;
import dev.lindy.run.Outcome;
import dev.lindy.testing.NotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real CLIs of Codex, Gemini and opencode with scripted models on loopback. */
@Timeout(300)
class RealCliIT {

    private static final String WRITE = "printf 'hello\\n' > hello.txt";

    // programs of the agents may still write into it when a test is over
    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    private ScriptedShells model;
    private Path work;
    private Path files;

    @BeforeEach
    void begin() throws IOException {
        model = ScriptedShells.start();
        work = Files.createDirectory(folder.resolve("work")).toRealPath();
        files = Files.createDirectory(folder.resolve("files"));
    }

    @AfterEach
    void end() {
        model.close();
    }

    @ParameterizedTest
    @EnumSource
    void changesFilesAndTellsNoCostItDoesNotKnow(RealCli cli) throws Exception {
        model.when("add a greeting", WRITE);

        AgentReading reading = run(cli, "bypassPermissions", "add a greeting", null);

        assertThat(reading.failure()).isNull();
        assertThat(work.resolve("hello.txt")).hasContent("hello");
        assertThat(reading.text()).isEqualTo("done");
        assertThat(reading.sessionId()).isNotNull();
        assertThat(reading.costUnknown()).isTrue();
        assertThat(reading.inputTokens()).isPositive();
    }

    /** W-30: planner and evaluator of the original could write. */
    @ParameterizedTest
    @EnumSource
    void changesNothingWhereItOnlyReads(RealCli cli) throws Exception {
        model.when("add a greeting", WRITE);

        run(cli, AgentRequest.READ_ONLY, "add a greeting", null);

        assertThat(work.resolve("hello.txt")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWithAConversation(RealCli cli) throws Exception {
        AgentReading first = run(cli, "bypassPermissions", "first words", null);

        AgentReading second = run(cli, "bypassPermissions", "second words", first.sessionId());

        assertThat(second.failure()).isNull();
        assertThat(second.sessionId()).isEqualTo(first.sessionId());
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAConversationIsNotThere(RealCli cli) throws Exception {
        String unknown = cli == RealCli.OPENCODE
                ? "ses_deba255eeffeCyJYy4aVhJVAxP"
                : UUID.randomUUID().toString();

        AgentReading reading = run(cli, "bypassPermissions", "second words", unknown);

        assertThat(reading.failure()).isInstanceOf(Outcome.Interrupted.class);
        assertThat(reading.sessionId()).isNull();
    }

    private AgentReading run(RealCli cli, String mode, String prompt, @Nullable String resume) throws Exception {
        String program = cli.agent().executable();
        NotRun.unless(cli.isInstalled(), "RealCliIT with `" + program + "`, which is not on PATH");
        Path home = Files.createDirectories(folder.resolve("home")).toRealPath();
        Map<String, String> environment = cli.environment(home, model.address());
        environment.put("IS_SANDBOX", "1"); // not every host of tests lets Codex have a sandbox of its own
        AgentRequest request = new AgentRequest(
                prompt,
                resume == null ? UUID.randomUUID().toString() : null,
                resume,
                mode,
                null,
                null,
                null,
                cli.model(),
                environment,
                null,
                new AgentPlace(work, files),
                List.of());
        return new RealProgram(work, files, environment).run(cli.agent(), request);
    }
}
