package dev.lindy.activities.agent.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentPlace;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.Capability;
import dev.lindy.activities.agent.codex.CodexCli;
import dev.lindy.activities.agent.command.CommandAgent;
import dev.lindy.activities.agent.gemini.GeminiCli;
import dev.lindy.activities.agent.model.Streams;
import dev.lindy.activities.agent.opencode.OpencodeCli;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CommandLineTest {

    static final List<Agent> AGENTS = EveryAgent.list();
    private static final String SECRET = "the prompt that nobody may see";

    @TempDir
    Path files;

    /** The prompt of the original was an argument: cut off at 128 KiB, and read by everyone who called ps. */
    @Nested
    class W25 {

        @ParameterizedTest
        @FieldSource("dev.lindy.activities.agent.conformance.CommandLineTest#AGENTS")
        void keepsThePromptOffTheCommandLine(Agent agent) {
            AgentCommand command = agent.command(request("bypassPermissions", null, null));

            assertThat(command.arguments()).noneMatch(argument -> argument.contains(SECRET));
            assertThat(command.environment().values()).noneMatch(value -> value.contains(SECRET));
            assertThat(command.stdin()).isEqualTo(SECRET);
        }
    }

    /** Planner and evaluator of the original had all permissions. */
    @Nested
    class W30 {

        @ParameterizedTest
        @FieldSource("dev.lindy.activities.agent.conformance.CommandLineTest#AGENTS")
        void startsNoAgentForReadingThatCannotBeKeptFromWriting(Agent agent) {
            AgentRequest request = request(AgentRequest.READ_ONLY, null, null);

            assertThat(agent.capabilities().has(Capability.READ_ONLY)
                            || agent.refusal(request).isPresent())
                    .isTrue();
        }

        @Test
        void letsNoReaderWrite() {
            AgentRequest request = request(AgentRequest.READ_ONLY, null, null);

            assertThat(new CodexCli().command(request).arguments()).containsSequence("--sandbox", "read-only");
            assertThat(new GeminiCli().command(request).arguments()).containsSequence("--approval-mode", "plan");
            assertThat(new OpencodeCli().command(request).environment().get("OPENCODE_PERMISSION"))
                    .contains("\"edit\":\"deny\"", "\"bash\":\"deny\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "plan, read-only, plan",
        "acceptEdits, workspace-write, auto_edit",
        "bypassPermissions, workspace-write, yolo",
        "danger-full-access, danger-full-access, auto_edit",
        "nonsense, workspace-write, auto_edit"
    })
    void saysEachPermissionInTheWordsOfTheAgent(String mode, String codex, String gemini) {
        assertThat(new CodexCli().command(request(mode, null, null)).arguments())
                .containsSequence("--sandbox", codex);
        assertThat(new GeminiCli().command(request(mode, null, null)).arguments())
                .containsSequence("--approval-mode", gemini);
    }

    @Test
    void leavesCodexWithoutItsSandboxOnlyWhereTheHostIsOne() {
        AgentRequest open = request("bypassPermissions", null, null, Map.of("IS_SANDBOX", "1"));

        assertThat(new CodexCli().command(open).arguments()).containsSequence("--sandbox", "danger-full-access");
    }

    @Test
    void goesOnWithAConversation() {
        AgentRequest request = request("bypassPermissions", Streams.OLD_SESSION, null);

        assertThat(new CodexCli().command(request).arguments()).containsSequence("resume", Streams.OLD_SESSION, "-");
        assertThat(new GeminiCli().command(request).arguments()).containsSequence("--resume", Streams.OLD_SESSION);
        assertThat(new OpencodeCli().command(request).arguments()).containsSequence("--session", Streams.OLD_SESSION);
    }

    @Test
    void handsModelAndEffortOn() {
        AgentRequest request = request("bypassPermissions", null, null);

        assertThat(new CodexCli().command(request).arguments())
                .containsSequence("--model", "m-1", "-c", "model_reasoning_effort=\"high\"");
        assertThat(new GeminiCli().command(request).arguments()).containsSequence("--model", "m-1");
        assertThat(new OpencodeCli().command(request).arguments())
                .containsSequence("--model", "m-1", "--variant", "high");
    }

    @Test
    void givesCodexTheSchemaInAFile() {
        AgentCommand command = new CodexCli().command(request("plan", null, "{\"type\":\"object\"}"));

        assertThat(command.arguments())
                .containsSequence(
                        "--output-schema", files.resolve("schema.json").toString());
        assertThat(files.resolve("schema.json")).hasContent("{\"type\":\"object\"}");
    }

    @Test
    void fillsTheCommandsPlacesInWithoutAShell() {
        assertThat(new CommandAgent()
                        .command(request("bypassPermissions", null, null))
                        .arguments())
                .containsExactly(
                        "my agent", "--in=" + files.resolve("stdin"), files.toString(), Streams.NEW_SESSION, "$(m-1)");
    }

    @Test
    void refusesTheCommandThatIsNotWritten() {
        AgentRequest request = new AgentRequest(
                SECRET, Streams.NEW_SESSION, null, "bypassPermissions", null, null, null, null, Map.of());

        assertThat(new CommandAgent().refusal(request)).isPresent();
    }

    private AgentRequest request(String mode, @Nullable String resume, @Nullable String schema) {
        return request(mode, resume, schema, Map.of());
    }

    private AgentRequest request(
            String mode, @Nullable String resume, @Nullable String schema, Map<String, String> environment) {
        return new AgentRequest(
                SECRET,
                resume == null ? Streams.NEW_SESSION : null,
                resume,
                mode,
                schema,
                null,
                null,
                "m-1",
                environment,
                "high",
                new AgentPlace(files, files),
                List.of("my agent", "--in={prompt_file}", "{worktree}", "{session}", "$({model})"));
    }
}
