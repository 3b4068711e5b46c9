package dev.lindy.activities.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamSenseTest {

    private static final String USE =
            "{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"x\"},"
                    + "{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"Bash\",\"input\":{\"id\":\"no\",\"command\":\"";
    private static final String DONE =
            "{\"type\":\"user\",\"message\":{\"content\":[{\"tool_use_id\":\"t1\",\"type\":\"tool_result\",\"content\":\"";

    private final StreamSense sense = new StreamSense();

    @Test
    void isBusyWhileAToolRuns() {
        sense.line(USE + "make\"}}]}}");
        assertThat(sense.isBusy()).isTrue();

        sense.line(DONE + "ok\"}]}}");
        assertThat(sense.isBusy()).isFalse();
    }

    @Test
    void readsWhatIsThereOfACutLine() {
        sense.line(USE + "a".repeat(60_000));
        assertThat(sense.isBusy()).isTrue();

        sense.line(DONE + "b".repeat(60_000));
        assertThat(sense.isBusy()).isFalse();
    }

    @Test
    void waitsForEveryTool() {
        sense.line(USE + "make\"}}]}}");
        sense.line(USE.replace("t1", "t2") + "make\"}}]}}");
        sense.line(DONE + "ok\"}]}}");

        assertThat(sense.isBusy()).isTrue();
    }

    @Test
    void isBusyBetweenAnAnnouncedRetryAndTheNextEvent() {
        sense.line("{\"type\":\"system\",\"subtype\":\"api_retry\",\"retry_delay_ms\":60000}");
        assertThat(sense.isBusy()).isTrue();

        sense.line("{\"type\":\"assistant\",\"message\":{\"content\":[]}}");
        assertThat(sense.isBusy()).isFalse();
    }

    @Test
    void isIdleAfterAResult() {
        sense.line(USE + "make\"}}]}}");
        sense.line("{\"type\":\"result\"}");

        assertThat(sense.isBusy()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "42", "\"x\"", "[1]", "{", "{}", "{\"type\":", "npm notice", "{\"type\":7}", "{\"a\":[[[{"})
    void ignoresGarbage(String line) {
        sense.line(line);

        assertThat(sense.isBusy()).isFalse();
    }
}
