package dev.lindy.activities.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    @Test
    void keepsWholeIdsOfPytest() {
        String feedback = of("collected 9 items\nnoise\nE   assert 1 == 2\n"
                + "FAILED tests/test_a.py::TestA::test_x[1-b c] - assert 1 == 2\n=== 1 failed, 8 passed in 1.0s ===");

        assertThat(feedback)
                .contains("FAILED tests/test_a.py::TestA::test_x[1-b c] - assert 1 == 2")
                .contains("E   assert 1 == 2", "1 failed, 8 passed", "Run the failing tests")
                .doesNotContain("noise");
    }

    @Test
    void countsWhatItLeavesOut() {
        String many = IntStream.range(0, 40)
                .mapToObj(i -> "src/a.ts(" + i + ",1): error TS2304: Cannot find name 'x'.")
                .collect(Collectors.joining("\n"));

        assertThat(of(many)).contains("src/a.ts(14,1)", "... and 25 more lines").doesNotContain("src/a.ts(15,1)");
    }

    @Test
    void readsLintOfRuffAndEslint() {
        assertThat(of("app/x.py:3:1: F401 `os` imported but unused\nblah blah\nFound 1 error."))
                .contains("app/x.py:3:1: F401", "Found 1 error", "do not silence the rule")
                .doesNotContain("blah");
        assertThat(of("/w/src/a.js\n  12:5  error  'x' is not defined  no-undef\n\n✖ 1 problem (1 error)"))
                .contains("/w/src/a.js", "12:5  error", "1 problem");
    }

    @Test
    void readsMaven() {
        String feedback = of("[INFO] Scanning\n[ERROR] Failures: \n[ERROR]   PriceTest.roundsHalfUp:12 expected: 2\n"
                + "[ERROR] Tests run: 212, Failures: 1, Errors: 0\n[INFO] BUILD FAILURE\n"
                + "[ERROR] Failed to execute goal x:y\n[ERROR] -> [Help 1]\n[ERROR] To see the full stack trace");

        assertThat(feedback)
                .contains("PriceTest.roundsHalfUp:12 expected: 2", "Tests run: 212", "Failed to execute goal")
                .doesNotContain("Help 1", "Scanning", "stack trace");
        assertThat(of("[ERROR] /w/A.java:[12,5] cannot find symbol")).contains("/w/A.java:[12,5] cannot find symbol");
    }

    @Test
    void readsGradle() {
        assertThat(of("> Task :test FAILED\nPriceTest > roundsHalfUp() FAILED\n"
                        + "    org.opentest4j.AssertionFailedError at PriceTest.java:12\n3 tests completed, 1 failed"))
                .contains("PriceTest > roundsHalfUp() FAILED", "AssertionFailedError", "3 tests completed");
    }

    @Test
    void readsGo() {
        assertThat(of("=== RUN   TestX\n--- FAIL: TestX (0.00s)\n    x_test.go:9: got 1\nFAIL\tmod/x\t0.01s"))
                .contains("--- FAIL: TestX", "x_test.go:9: got 1", "go test ./...")
                .doesNotContain("=== RUN");
        assertThat(of("./x.go:3:2: undefined: y")).contains("./x.go:3:2: undefined: y", "go build");
    }

    @Test
    void readsCargo() {
        assertThat(
                        of(
                                "   Compiling x\nerror[E0308]: mismatched types\n  --> src/a.rs:3:5\nerror: could not compile `x`"))
                .contains("error[E0308]", "--> src/a.rs:3:5", "cargo test")
                .doesNotContain("Compiling");
    }

    @Test
    void showsBothEndsOfAnythingElse() {
        String feedback = Feedback.of("make failed", "begin\n" + "middle\n".repeat(10_000) + "end", 2_000);

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
        return Feedback.of("", output, 4_000);
    }
}
