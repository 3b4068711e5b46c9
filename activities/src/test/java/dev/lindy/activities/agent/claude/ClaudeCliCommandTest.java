package dev.lindy.activities.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.run.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeCliCommandTest {

    private static final String HELP = """
            Options:
              --disallowedTools, --disallowed-tools <tools...>
                  Comma or space-separated list of tool names to deny
              --json-schema <schema>                JSON Schema for structured output
              --max-budget-usd <amount>             Maximum dollar amount
              --model <model>                       Model for the current session.
              --permission-mode <mode>              Permission mode to use for the session
                                                    (choices: "acceptEdits", "auto",
                                                    "bypassPermissions", "default",
                                                    "dontAsk", "plan")
              -p, --print                           Print response
              --strict-mcp-config                   Only use MCP servers from --mcp-config
              --tools <tools...>                    Specify the list of available tools
            """;

    private final AtomicInteger asked = new AtomicInteger();
    private String help = HELP;
    private String hidden = "Error: Input must be provided";

    @TempDir
    Path bin;

    private ClaudeCli claude;

    @BeforeEach
    void install() throws IOException {
        Path file = Files.createFile(bin.resolve("claude"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        claude = new ClaudeCli(this::probe, new ClaudeCli.Host(false, false));
    }

    @Test
    void startsAFreshConversationUnderItsId() {
        AgentCommand command = claude.command(request("bypassPermissions", "id-1", null));

        assertThat(command.arguments())
                .startsWith("claude", "-p", "--output-format", "stream-json", "--verbose", "--session-id", "id-1")
                .containsSequence("--permission-mode", "bypassPermissions")
                .contains("--strict-mcp-config");
    }

    @Test
    void resumesAConversationInsteadOfBeginningOne() {
        AgentCommand command = claude.command(request("bypassPermissions", "id-1", "id-0"));

        assertThat(command.arguments()).containsSequence("--resume", "id-0").doesNotContain("--session-id");
    }

    @Test
    void keepsThePromptOffTheCommandLine() {
        AgentCommand command = claude.command(request("bypassPermissions", "id-1", null));

        assertThat(command.stdin()).isEqualTo("do it");
        assertThat(command.arguments()).doesNotContain("do it");
    }

    @Test
    void passesEveryLimit() {
        assertThat(claude.command(request("bypassPermissions", "id-1", null)).arguments())
                .containsSequence("--json-schema", "{}")
                .containsSequence("--max-turns", "9")
                .containsSequence("--max-budget-usd", "1.5000")
                .containsSequence("--model", "opus");
    }

    @Test
    void leavesOutFlagsThatTheInstalledCliDoesNotKnow() {
        help = "Options:\n  -p, --print   Print response\n";
        hidden = "error: unknown option '--max-turns'";

        assertThat(claude.command(request("bypassPermissions", "id-1", null)).arguments())
                .doesNotContain("--json-schema", "--max-turns", "--max-budget-usd", "--model", "--strict-mcp-config");
    }

    @Test
    void passesNewerFlagsWhereTheyAreKnown() {
        help = HELP + "  --permission-prompts <where>   host or none\n";

        assertThat(claude.command(request("bypassPermissions", "id-1", null)).arguments())
                .containsSequence("--permission-prompts", "none");
    }

    @Test
    void givesThePlannerNothingToWriteWith() {
        assertThat(claude.command(request("plan", "id-1", null)).arguments())
                .containsSequence("--permission-mode", "dontAsk")
                .containsSequence("--tools", "Read,Glob,Grep");
    }

    @Test
    void deniesThePlannersToolsWhereTheyCannotBeChosen() {
        help = "Options:\n  --disallowedTools, --disallowed-tools <tools...>\n";

        assertThat(claude.command(request("plan", "id-1", null)).arguments())
                .containsSequence("--permission-mode", "plan")
                .containsSequence("--disallowedTools", "Bash,Edit,MultiEdit,NotebookEdit,Write");
    }

    @Test
    void asksAnExecutableOnce() throws IOException {
        claude.command(request("plan", "id-1", null));
        claude.command(request("plan", "id-2", null));
        assertThat(asked).hasValue(1);

        Files.setLastModifiedTime(bin.resolve("claude"), FileTime.fromMillis(1_000_000));
        claude.command(request("plan", "id-3", null));
        assertThat(asked).hasValue(2);
    }

    @Test
    void refusesToRunAsRootOutsideASandbox() {
        ClaudeCli asRoot = new ClaudeCli(this::probe, new ClaudeCli.Host(true, false));

        assertThat(asRoot.refusal(request("bypassPermissions", "id-1", null)))
                .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(Outcome.AuthMissing.class));
        assertThat(asRoot.refusal(request("acceptEdits", "id-1", null))).isEmpty();
        assertThat(asRoot.refusal(request("bypassPermissions", "id-1", null, Map.of("IS_SANDBOX", "1"))))
                .isEmpty();
        assertThat(claude.refusal(request("bypassPermissions", "id-1", null))).isEmpty();
    }

    @Test
    void tellsTheCliAboutTheSandboxOfTheConfig() {
        ClaudeCli sandboxed = new ClaudeCli(this::probe, new ClaudeCli.Host(true, true));

        assertThat(sandboxed.refusal(request("bypassPermissions", "id-1", null)))
                .isEmpty();
        assertThat(sandboxed.command(request("bypassPermissions", "id-1", null)).environment())
                .containsEntry("IS_SANDBOX", "1");
        assertThat(claude.command(request("bypassPermissions", "id-1", null)).environment())
                .containsOnlyKeys("CLAUDE_CODE_MAX_RETRIES");
    }

    private String probe(List<String> command, Map<String, String> environment) {
        if (command.contains("--help")) {
            asked.incrementAndGet();
            return help;
        }
        return hidden;
    }

    private AgentRequest request(String mode, String fresh, @Nullable String resume) {
        return request(mode, fresh, resume, Map.of());
    }

    private AgentRequest request(String mode, String fresh, @Nullable String resume, Map<String, String> more) {
        Map<String, String> environment = new LinkedHashMap<>(more);
        environment.put("PATH", "relative::/nowhere:" + bin);
        return new AgentRequest("do it", fresh, resume, mode, "{}", 9, 1.5, "opus", environment);
    }
}
