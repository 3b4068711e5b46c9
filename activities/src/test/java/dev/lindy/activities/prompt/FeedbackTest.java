package dev.lindy.activities.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.finding.FailedTest;
import dev.lindy.activities.finding.Findings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    @Test
    void showsTestsWithReasonAndPlace() {
        String feedback = of("noise\n=== FAILURES ===\n____ TestA.test_x[1-b c] ____\nE   assert 1 == 2\n\n"
                + "tests/test_a.py:7: AssertionError\n"
                + "FAILED tests/test_a.py::TestA::test_x[1-b c] - assert 1 == 2\n=== 1 failed, 8 passed in 1.0s ===");

        assertThat(feedback)
                .contains("tests/test_a.py::TestA::test_x[1-b c]\n  assert 1 == 2\n  at tests/test_a.py:7\n")
                .contains("Run the failing tests by these ids")
                .doesNotContain("noise");
    }

    @Test
    void countsWhatItLeavesOut() {
        String many = IntStream.range(0, 45)
                .mapToObj(i -> "src/a.ts(" + i + ",1): error TS2304: Cannot find name 'x'.")
                .collect(Collectors.joining("\n"));

        assertThat(of(many))
                .contains("src/a.ts:19:1", "... and 25 more findings")
                .doesNotContain("src/a.ts:20:1");
    }

    @Test
    void showsTestsBeforeFindingsAndErrorsBeforeWarnings() {
        String feedback = of("a.c:1:2: warning: unused [-Wunused]\na.c:9:2: error: no\n"
                + "--- FAIL: TestX (0.00s)\n    x_test.go:9: got 1\nFAIL\tmod/x\t0.01s");

        assertThat(feedback)
                .containsSubsequence("mod/x.TestX", "a.c:9:2: no", "a.c:1:2: warning: -Wunused unused")
                .contains("Run the failing tests", "do not silence the rule");
    }

    @Test
    void showsTheEndWhereAnotherToolMayHaveFailed() {
        assertThat(of("a.scss:1:2: deprecated\nnoise\nsome tool: could not go on"))
                .containsSubsequence("a.scss:1:2: deprecated", "the end of its output:", "could not go on");
    }

    @Test
    void showsTheTopOfAStackWithWhatWasPrinted() {
        String feedback =
                of("begin\nTraceback (most recent call last):\n  File \"a.py\", line 3, in b\n    c()\nKeyError: 'x'");

        assertThat(feedback).containsSubsequence("KeyError: 'x' (File \"a.py\", line 3, in b)", "begin");
    }

    @Test
    void namesWhatFailedBefore() {
        Findings findings = new Findings(List.of(new FailedTest("new", "why", null)), List.of(), List.of(), 9, true);

        assertThat(Feedback.of(new GateEvidence("unit", "", "", findings, List.of("old")), 2_000))
                .contains("new\n  why\n\nfailed before this change as well, leave them as they are:\n- old\n");
    }

    @Test
    void keepsTheFirstOfWhatDoesNotFit() {
        List<FailedTest> tests = IntStream.range(0, 12)
                .mapToObj(i -> new FailedTest("test-" + i, "x".repeat(200), null))
                .toList();
        Findings findings = new Findings(tests, List.of(), List.of(), 12, true);

        String feedback = Feedback.of(new GateEvidence("unit", "", "", findings, List.of()), 1_000);

        assertThat(feedback).contains("test-2", "... and 9 more failing tests").doesNotContain("test-3");
        assertThat(feedback.length()).isLessThan(1_000);
    }

    @Test
    void showsBothEndsOfAnythingElse() {
        String feedback = Feedback.of(
                new GateEvidence("build", "make failed", "begin\n" + "middle\n".repeat(10_000) + "end"), 2_000);

        assertThat(feedback).startsWith("make failed").contains("begin", "more characters left out", "end");
        assertThat(feedback.length()).isLessThan(2_000);
    }

    @Test
    void saysWhereNothingWasPrinted() {
        assertThat(of("  \n")).startsWith("It printed nothing.");
    }

    @Test
    void dropsControlCharacters() {
        assertThat(of("\u001b[1;31mred\u001b[0m\u0007 bell\r\n"))
                .contains("red bell")
                .doesNotContain("\u001b", "\u0007");
    }

    private static String of(String output) {
        return Feedback.of(new GateEvidence("gate", "", output), 4_000);
    }
}
