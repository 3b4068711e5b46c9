package dev.lindy.activities.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.model.Streams;
import dev.lindy.run.Outcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileStreamTest {

    private static final String RESULT = Streams.result("\"subtype\":\"success\",\"result\":\"done\"");
    private static final byte[] BLOCK = new byte[1 << 20];

    private final ClaudeCli claude = new ClaudeCli((command, environment) -> "", new ClaudeCli.Host(false, false));

    @TempDir
    Path folder;

    @Test
    void findsTheResultBehindOneHugeLine() throws IOException {
        Arrays.fill(BLOCK, (byte) '{');
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("stdout")))) {
            for (int i = 0; i < 200; i++) {
                out.write(BLOCK);
            }
            out.write(("\n" + RESULT).getBytes(StandardCharsets.UTF_8));
        }

        AgentReading reading = claude.read(new Streams(folder).exited(0));

        assertThat(reading.failure()).isNull();
        assertThat(reading.text()).isEqualTo("done");
    }

    @Test
    void readsBytesThatAreNoUtf8() throws IOException {
        byte[] garbage = new byte[300_000];
        new Random(42).nextBytes(garbage);
        byte[] result = Streams.bytes("\n" + RESULT.replace("done", "do?e") + "\n");
        result[new String(result, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;
        try (OutputStream out = Files.newOutputStream(folder.resolve("stdout"))) {
            out.write(garbage);
            out.write(result);
        }

        assertThat(claude.read(new Streams(folder).exited(0)).text()).isEqualTo("do\uFFFDe");
    }

    @Test
    void survivesDeepNestingAndOddTypes() throws IOException {
        Streams streams = new Streams(folder)
                .out(
                        "{\"type\":\"assistant\",\"message\":" + "[".repeat(200_000),
                        "{\"type\":[],\"session_id\":{}}",
                        "{\"type\":\"assistant\",\"message\":7,\"error\":[]}",
                        "{\"type\":\"rate_limit_event\",\"rate_limit_info\":\"x\"}",
                        "{\"type\":\"result\",\"usage\":[],\"permission_denials\":4,\"errors\":\"x\",\"result\":{}}");

        assertThat(claude.read(streams.exited(0)).failure()).isNull();
    }

    @Test
    void makesNoMillionsOfObjectsOfOneLine() throws IOException {
        String bomb =
                RESULT.replace("\"result\":\"done\"", "\"result\":\"bomb\",\"x\":[" + "[],".repeat(4_000_000) + "0]");
        Streams streams = new Streams(folder).out(RESULT, bomb);

        assertThat(claude.read(streams.exited(0)).text()).isEqualTo("done");
    }

    @Test
    void watchesDeepLinesInTimeThatGrowsWithTheirLength() {
        StreamSense sense = new StreamSense();
        String deep = "{\"a\":" + "[".repeat(900) + "1,".repeat(30_000);
        for (int i = 0; i < 2_000; i++) {
            sense.line(deep);
        }

        assertThat(sense.isBusy()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dangerous", "a b", "a/../b", "a\\nb", "\\u001b[31m", "x200"})
    void takesNoSessionThatCouldBeMoreThanAName(String session) throws IOException {
        String hostile = session.equals("x200") ? "x".repeat(201) : session;
        Streams streams = new Streams(folder)
                .out(
                        "{\"type\":\"system\",\"session_id\":\"01234567-89ab\"}",
                        "{\"type\":\"system\",\"session_id\":\"" + hostile + "\"}");

        assertThat(claude.read(streams.exited(1)).sessionId()).isEqualTo("01234567-89ab");
    }

    @Test
    void boundsTheText() throws IOException {
        Streams streams = new Streams(folder).out(RESULT.replace("done", "ä".repeat(3_000_000)));

        assertThat(claude.read(streams.exited(0)).text()).hasSizeLessThanOrEqualTo(50_000);
    }

    @Test
    void failsPlainlyWhereThereIsNoFile() {
        assertThat(claude.read(new Streams(folder).exited(1)).failure())
                .isEqualTo(new Outcome.AgentFailed("claude ended with exit status 1 and without a result"));
    }

    /** W-29: the original cut a long answer before it parsed it, and fell over a result that is null. */
    @Nested
    class W29 {

        @Test
        void parsesAnAnswerBeforeItCutsIt() throws IOException {
            String answer = "x".repeat(300_000);
            Streams streams = new Streams(folder)
                    .out(Streams.result(
                            "\"subtype\":\"success\",\"result\":\"" + answer + "\",\"structured_output\":{\"a\":1}"));

            AgentReading reading = claude.read(streams.exited(0));

            assertThat(reading.failure()).isNull();
            assertThat(reading.structured()).isEqualTo("{\"a\":1}");
            assertThat(reading.text()).hasSizeLessThanOrEqualTo(50_000).endsWith("xxx");
        }

        @Test
        void readsAResultThatIsNull() throws IOException {
            Streams streams = new Streams(folder).out(Streams.result("\"subtype\":\"success\",\"result\":null"));

            assertThat(claude.read(streams.exited(0)).failure()).isNull();
        }
    }
}
