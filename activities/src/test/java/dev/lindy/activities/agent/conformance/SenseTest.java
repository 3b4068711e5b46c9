package dev.lindy.activities.agent.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.agent.codex.CodexCli;
import dev.lindy.activities.agent.gemini.GeminiCli;
import dev.lindy.activities.agent.opencode.OpencodeCli;
import dev.lindy.process.LifeSense;
import org.junit.jupiter.api.Test;

/** W-27: what keeps a silent agent alive ends with what it waited for. */
class SenseTest {

    private static final String RUNS =
            "{\"type\":\"item.started\",\"item\":{\"id\":\"item_1\",\"type\":\"command_execution\"}}";

    private final LifeSense codex = new CodexCli().sense();
    private final LifeSense gemini = new GeminiCli().sense();
    private final LifeSense opencode = new OpencodeCli().sense();

    @Test
    void codexIsBusyWhileACommandRuns() {
        codex.line(RUNS);
        assertThat(codex.isBusy()).isTrue();
        codex.line("{\"type\":\"item.completed\",\"item\":{\"id\":\"item_1\",\"type\":\"command_execution\"}}");
        assertThat(codex.isBusy()).isFalse();
    }

    @Test
    void codexIsNotBusyBehindAnEventThatIsCut() {
        codex.line(RUNS);
        codex.line("{\"type\":\"item.completed\",\"item\":{\"id\":\"item_1\",\"aggregated_output\":\""
                + "x".repeat(65_000));
        assertThat(codex.isBusy()).isFalse();
    }

    @Test
    void codexIsBusyWhileItTriesToReachTheModelAgain() {
        codex.line("{\"type\":\"error\",\"message\":\"Reconnecting... 1/5 (high demand)\"}");
        assertThat(codex.isBusy()).isTrue();
        codex.line("{\"type\":\"turn.started\"}");
        assertThat(codex.isBusy()).isFalse();
    }

    @Test
    void geminiIsBusyWhileAToolRuns() {
        gemini.line("{\"type\":\"tool_use\",\"tool_name\":\"run_shell_command\",\"tool_id\":\"t1\"}");
        assertThat(gemini.isBusy()).isTrue();
        gemini.line("{\"type\":\"tool_result\",\"tool_id\":\"t1\",\"status\":\"success\"}");
        assertThat(gemini.isBusy()).isFalse();
    }

    @Test
    void opencodeIsBusyWhileAToolRuns() {
        opencode.line("{\"type\":\"tool_use\",\"part\":{\"callID\":\"c1\",\"state\":{\"status\":\"running\"}}}");
        assertThat(opencode.isBusy()).isTrue();
        opencode.line("{\"type\":\"tool_use\",\"part\":{\"callID\":\"c1\",\"state\":{\"status\":\"completed\"}}}");
        assertThat(opencode.isBusy()).isFalse();
    }
}
