package dev.lindy.activities.agent.claude;

import static dev.lindy.activities.agent.model.Streams.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.model.Streams;
import dev.lindy.process.ProgramEnd.Reason;
import dev.lindy.run.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaudeCliReadingTest {

    private static final String INIT =
            "{\"type\":\"system\",\"subtype\":\"init\",\"session_id\":\"" + Streams.NEW_SESSION + "\"}";
    private static final String SUCCESS =
            result("\"subtype\":\"success\",\"is_error\":false,\"terminal_reason\":\"completed\",\"result\":\"done\","
                    + "\"total_cost_usd\":0.5,\"usage\":{\"input_tokens\":7,\"output_tokens\":3}");

    private final ClaudeCli claude = new ClaudeCli((command, environment) -> "", new ClaudeCli.Host(false, false));

    @TempDir
    Path folder;

    private Streams streams;

    @BeforeEach
    void begin() {
        streams = new Streams(folder);
    }

    // how the last result, its exit code and the events before it are judged
    static Stream<Arguments> results() {
        return Stream.of(
                row(
                        1,
                        failed("\"terminal_reason\":\"api_error\",\"api_error_status\":529", "x"),
                        Outcome.Transient.class),
                row(
                        1,
                        failed("\"terminal_reason\":\"completed\",\"api_error_status\":529", "x"),
                        Outcome.Transient.class),
                row(
                        1,
                        failed("\"terminal_reason\":\"api_error\",\"api_error_status\":500", "x"),
                        Outcome.Transient.class),
                row(
                        1,
                        failed("\"terminal_reason\":\"api_error\",\"api_error_status\":null", "x"),
                        Outcome.Transient.class),
                row(1, failed("\"api_error_status\":null", "API Error: Connection error."), Outcome.Transient.class),
                row(
                        1,
                        failed("\"terminal_reason\":\"api_error\",\"api_error_status\":401", "x"),
                        Outcome.AuthMissing.class),
                row(
                        1,
                        failed("\"api_error_status\":null", "Not logged in · Please run /login"),
                        Outcome.AuthMissing.class),
                row(1, failed("\"api_error_status\":400", "Credit balance is too low"), Outcome.AuthMissing.class),
                row(1, failed("\"api_error_status\":429", "Request rejected (429)"), Outcome.Transient.class),
                row(
                        1,
                        failed("\"api_error_status\":429", "Server is temporarily limiting requests"),
                        Outcome.Transient.class),
                row(1, failed("\"api_error_status\":429", "You've hit your 5-hour limit"), Outcome.Quota.class),
                row(1, failed("\"terminal_reason\":\"prompt_too_long\"", "x"), Outcome.ContextExhausted.class),
                row(
                        1,
                        failed("\"api_error_status\":400", "Prompt is too long · 250000"),
                        Outcome.ContextExhausted.class),
                row(1, failed("\"terminal_reason\":\"max_turns\"", "x"), Outcome.AgentFailed.class),
                row(1, failed("\"terminal_reason\":\"budget_exhausted\"", "x"), Outcome.BudgetExhausted.class),
                row(1, failed("\"api_error_status\":404", "no such model"), Outcome.AgentFailed.class),
                row(1, result("\"subtype\":\"error_max_budget_usd\",\"is_error\":true"), Outcome.BudgetExhausted.class),
                row(1, result("\"subtype\":\"error_max_turns\",\"is_error\":true"), Outcome.AgentFailed.class),
                row(0, result("\"subtype\":\"error_max_turns\""), Outcome.AgentFailed.class),
                row(
                        0,
                        result("\"subtype\":\"error_during_execution\",\"terminal_reason\":\"aborted_tools\","
                                + "\"is_error\":true"),
                        Outcome.Interrupted.class),
                row(0, failed("\"terminal_reason\":\"completed\"", "it broke"), Outcome.AgentFailed.class),
                row(3, SUCCESS, Outcome.AgentFailed.class),
                row(143, SUCCESS, Outcome.Interrupted.class),
                row(
                        0,
                        result("\"subtype\":\"success\",\"is_error\":false,"
                                + "\"permission_denials\":[{\"tool_name\":\"Bash\"}]"),
                        Outcome.NeedsAnswer.class));
    }

    @ParameterizedTest
    @MethodSource("results")
    void judgesTheLastResult(int exitCode, String result, Class<? extends Outcome> expected) throws IOException {
        AgentReading reading = claude.read(streams.out(INIT, result).exited(exitCode));

        assertThat(reading.failure()).isInstanceOf(expected);
    }

    // how a program without a result is judged
    static Stream<Arguments> silences() {
        return Stream.of(
                Arguments.of(Reason.CANCELED, 143, "", Outcome.Canceled.class),
                Arguments.of(Reason.NOT_STARTED, null, "", Outcome.AgentNotInstalled.class),
                Arguments.of(Reason.HARD_LIMIT, 143, "", Outcome.TimedOut.class),
                Arguments.of(Reason.STALLED, 143, "", Outcome.Stalled.class),
                Arguments.of(Reason.LOST, null, "", Outcome.Interrupted.class),
                Arguments.of(Reason.EXITED, 137, "", Outcome.Interrupted.class),
                Arguments.of(Reason.EXITED, 143, "", Outcome.Interrupted.class),
                Arguments.of(Reason.EXITED, 127, "sh: claude: not found", Outcome.AgentNotInstalled.class),
                Arguments.of(Reason.EXITED, 1, "error: unknown option '--x'", Outcome.AgentFailed.class),
                Arguments.of(Reason.EXITED, 0, "", Outcome.AgentFailed.class),
                Arguments.of(
                        Reason.EXITED,
                        1,
                        "--dangerously-skip-permissions cannot be used with root/sudo privileges",
                        Outcome.AuthMissing.class));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void judgesAProgramWithoutAResult(Reason reason, Integer code, String stderr, Class<? extends Outcome> expected)
            throws IOException {
        AgentReading reading = claude.read(streams.err(stderr).ended(reason, code));

        assertThat(reading.failure()).isInstanceOf(expected);
    }

    @Test
    void readsASuccess() throws IOException {
        AgentReading reading =
                claude.read(streams.sample("claude-stream.success.jsonl").exited(0));

        assertThat(reading.failure()).isNull();
        assertThat(reading.text()).startsWith("The refresh route is in place");
        assertThat(reading.costUsd()).isEqualTo(0.218734);
        assertThat(reading.inputTokens()).isEqualTo(13_108 + 2_048);
        assertThat(reading.outputTokens()).isEqualTo(434);
        assertThat(reading.sessionId()).isEqualTo("5d0c7a34-0e4b-4b7e-9f5a-2a1f6f0d9b11");
    }

    @Test
    void readsASingleResultObject() throws IOException {
        AgentReading reading = claude.read(streams.sample("claude-result.json").exited(0));

        assertThat(reading.failure()).isNull();
        assertThat(reading.costUsd()).isEqualTo(0.218734);
    }

    @Test
    void takesMaxTurnsForAFailureAndKeepsTheLastWords() throws IOException {
        AgentReading reading =
                claude.read(streams.sample("claude-stream.max-turns.jsonl").exited(0));

        assertThat(reading.failure())
                .isEqualTo(new Outcome.AgentFailed("claude stopped at its limit of turns (`max_turns`)"));
        assertThat(reading.text()).isEqualTo("Adding the route.");
    }

    @Test
    void looksPastNoise() throws IOException {
        AgentReading reading =
                claude.read(streams.sample("claude-stream.noisy.jsonl").exited(0));

        assertThat(reading.failure()).isNull();
    }

    @Test
    void keepsTheResultOfALostProgram() throws IOException {
        AgentReading reading = claude.read(streams.out(INIT, SUCCESS).ended(Reason.LOST, null));

        assertThat(reading.failure()).isNull();
    }

    @Test
    void takesTheLastOfSeveralResults() throws IOException {
        String first = result("\"subtype\":\"success\",\"is_error\":true,\"api_error_status\":529");

        AgentReading reading = claude.read(streams.out(INIT, first, SUCCESS).exited(0));

        assertThat(reading.failure()).isNull();
        assertThat(reading.text()).isEqualTo("done");
    }

    @Test
    void countsOnlyTheCostOfThisInvocation() throws IOException {
        String running = result("\"subtype\":\"success\",\"total_cost_usd\":9.0,"
                + "\"model_usage_since_last_result\":{\"a\":{\"costUSD\":0.25},\"b\":{\"costUSD\":0.5}}");

        AgentReading reading = claude.read(streams.out(INIT, running, running).exited(0));

        assertThat(reading.costUsd()).isEqualTo(1.5);
    }

    @Test
    void knowsNoNegativeOrEndlessCost() throws IOException {
        AgentReading reading = claude.read(streams.out(result("\"total_cost_usd\":-3,\"usage\":{\"input_tokens\":-5}"))
                .exited(0));

        assertThat(reading.costUsd()).isZero();
        assertThat(reading.inputTokens()).isZero();
    }

    @Test
    void prefersTheEventThatTellsWhenTheQuotaIsBack() throws IOException {
        String event =
                "{\"type\":\"rate_limit_event\",\"rate_limit_info\":{\"status\":\"rejected\",\"resetsAt\":1793540000}}";
        String failed = failed("\"api_error_status\":429", "You've hit your 5-hour limit · resets 12:45pm (UTC)");

        AgentReading reading = claude.read(streams.out(event, failed).exited(1));

        assertThat(((Outcome.Quota) reading.failure()).until()).isEqualTo(Instant.ofEpochSecond(1_793_540_000));
    }

    @Test
    void forgetsALimitThatWasLifted() throws IOException {
        String event =
                "{\"type\":\"rate_limit_event\",\"rate_limit_info\":{\"status\":\"%s\",\"resetsAt\":1793540000}}";
        String failed = failed("\"api_error_status\":429", "Request rejected (429)");

        AgentReading reading = claude.read(streams.out(event.formatted("rejected"), event.formatted("allowed"), failed)
                .exited(1));

        assertThat(reading.failure()).isInstanceOf(Outcome.Transient.class);
    }

    @Test
    void readsTheTimeFromTheTextWhereNoEventTellsIt() throws IOException {
        String failed = failed("\"api_error_status\":429", "You've hit your 5-hour limit · resets 12:45pm (UTC)");

        AgentReading reading = claude.read(streams.out(failed).exited(1));

        assertThat(((Outcome.Quota) reading.failure()).until()).isEqualTo(Instant.parse("2026-11-01T12:45:00Z"));
    }

    @Test
    void givesTheStructuredAnswer() throws IOException {
        String planned = result("\"subtype\":\"success\",\"structured_output\":{\"tasks\":[1]},"
                + "\"permission_denials\":[{\"tool_name\":\"Bash\"}]");

        AgentReading reading = claude.read(streams.out(planned).ended(Reason.EXITED, 0, false, true));

        assertThat(reading.failure()).isNull();
        assertThat(reading.structured()).isEqualTo("{\"tasks\":[1]}");
    }

    @Test
    void failsWithoutTheStructuredAnswerThatWasAskedFor() throws IOException {
        AgentReading reading = claude.read(streams.out(SUCCESS).ended(Reason.EXITED, 0, false, true));

        assertThat(reading.failure()).isEqualTo(new Outcome.AgentFailed("claude gave no structured answer"));
    }

    @Test
    void resumesASessionWhoseIdIsTaken() throws IOException {
        AgentReading reading =
                claude.read(streams.err("Error: Session ID " + Streams.NEW_SESSION + " is already in use.")
                        .exited(1));

        assertThat(reading.failure()).isInstanceOf(Outcome.Interrupted.class);
        assertThat(reading.sessionId()).isEqualTo(Streams.NEW_SESSION);
    }

    @Test
    void forgetsASessionThatTheCliDoesNotKnow() throws IOException {
        String unknown = result("\"subtype\":\"error_during_execution\",\"is_error\":true,"
                + "\"errors\":[\"No conversation found with session ID: " + Streams.OLD_SESSION + "\"]");

        AgentReading reading = claude.read(streams.out(unknown).ended(Reason.EXITED, 1, true, false));

        assertThat(reading.failure()).isInstanceOf(Outcome.Interrupted.class);
        assertThat(reading.sessionId()).isNull();
    }

    @Test
    void keepsTheResumedSessionWhereTheProgramSaidNothing() {
        AgentReading reading = claude.read(streams.ended(Reason.LOST, null, true, false));

        assertThat(reading.sessionId()).isEqualTo(Streams.OLD_SESSION);
    }

    private static Arguments row(int exitCode, String result, Class<? extends Outcome> expected) {
        return Arguments.of(exitCode, result, expected);
    }

    private static String failed(String fields, String text) {
        return result("\"subtype\":\"success\",\"is_error\":true," + fields + ",\"result\":\"" + text + "\"");
    }
}
