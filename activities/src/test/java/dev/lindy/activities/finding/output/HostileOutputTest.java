package dev.lindy.activities.finding.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.FindingsBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outputs made to keep a reader busy; the time-outs are generous, anything worse than linear takes hours. */
@Timeout(120)
class HostileOutputTest {

    private static final int SIZE = 5_000_000;

    static List<String> pieces() {
        return List.of(
                "(",
                " ",
                "a",
                "[",
                ":",
                "1:",
                "\t",
                "=",
                "_",
                "{",
                "E  ",
                "::",
                " > ",
                "\u001b[",
                "- ",
                "FAILED ",
                "=== 1 failed in 1s ===\n",
                "--- FAIL: T/",
                "[ERROR] ",
                "a.c:1:",
                "a.c:1:2: error: x\n",
                "  \u25cf ",
                " FAIL  a > b\n",
                "--- FAIL: T (0.00s)\n",
                "{\"Action\":\"output\",\"Package\":\"",
                "  1) a\n",
                "test a ... FAILED\n",
                "\n",
                "\r",
                "\ud83d",
                "error: x\n --> a:1:1\n");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void readsAnyRepetitionInLinearTime(String piece) {
        String output = piece.repeat(SIZE / piece.length());

        Findings findings = ToolOutput.of(output, "/w/shop");

        assertThat(findings.tests()).hasSizeLessThanOrEqualTo(FindingsBuilder.MAX);
    }

    @Test
    void readsManyDifferentFailuresWithinBounds() {
        StringBuilder output = new StringBuilder();
        for (int i = 0; output.length() < SIZE; i++) {
            output.append("    --- FAIL: TestA").append(i).append("/b (0.00s)\n        a_test.go:1: no\n");
        }

        Findings findings = ToolOutput.of(output.append("FAIL\tshop\t1s\n").toString(), "");

        assertThat(findings.tests()).hasSize(FindingsBuilder.MAX);
        assertThat(findings.isReadable()).isFalse();
    }

    @Test
    void neverTakesTwoLongIdsForOne() {
        String long1 = "a.py::" + "x".repeat(2_000) + "1";
        String long2 = "a.py::" + "x".repeat(2_000) + "2";

        Findings findings = ToolOutput.of("FAILED " + long1 + "\nFAILED " + long2 + "\n", "");

        assertThat(findings.tests()).hasSize(2);
    }

    @Test
    void isNotReadableWhereTheToolCountsMoreThanWasSeen() {
        Findings findings = ToolOutput.of("FAILED a.py::test_b - no\n2 failed, 3 passed in 0.04s\n", "");

        assertThat(findings.tests()).hasSize(1);
        assertThat(findings.isReadable()).isFalse();
    }
}
