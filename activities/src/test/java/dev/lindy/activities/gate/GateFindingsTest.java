package dev.lindy.activities.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.finding.FailedTest;
import dev.lindy.activities.finding.Findings;
import dev.lindy.process.ProgramEnd;
import dev.lindy.state.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateFindingsTest {

    private static final String REPORT = "<testsuite><testcase classname=\"tests.test_a\" name=\"test_x\">"
            + "<failure message=\"no sesame42\"/></testcase></testsuite>";

    @TempDir
    Path project;

    @BeforeEach
    void report() throws IOException {
        Files.writeString(project.resolve("junit.xml"), REPORT);
    }

    @Test
    void asksReportsWhereTheOutputOnlyCounts() throws IOException {
        Findings findings = of("1 failed, 3 passed in 0.04s\n", ProgramEnd.Reason.EXITED);

        assertThat(findings.tests()).extracting(FailedTest::id).containsExactly("tests.test_a.test_x");
        assertThat(findings.isReadable()).isTrue();
    }

    @Test
    void takesSecretsOutOfReports() throws IOException {
        assertThat(of("1 failed in 0.04s\n", ProgramEnd.Reason.EXITED).toString())
                .contains("[redacted API_TOKEN]")
                .doesNotContain("sesame42");
    }

    @Test
    void namesATestOnce() throws IOException {
        String output = "FAILED tests/test_a.py::test_x - no\nFAILED tests/test_b.py::test_y\n3 failed in 0.04s\n";

        assertThat(of(output, ProgramEnd.Reason.EXITED).tests())
                .extracting(FailedTest::id)
                .containsExactly("tests.test_a.test_x", "tests/test_b.py::test_y");
    }

    @Test
    void asksNoReportsWhereTheOutputTellsAll() throws IOException {
        String output = "FAILED tests/test_b.py::test_y\n1 failed in 0.04s\n";

        assertThat(of(output, ProgramEnd.Reason.EXITED).tests())
                .extracting(FailedTest::id)
                .containsExactly("tests/test_b.py::test_y");
    }

    @Test
    void neverTakesAnEndedGateForRead() throws IOException {
        String output = "FAILED tests/test_b.py::test_y\n1 failed in 0.04s\n";

        assertThat(of(output, ProgramEnd.Reason.HARD_LIMIT).isReadable()).isFalse();
    }

    private Findings of(String output, ProgramEnd.Reason reason) throws IOException {
        Path evidence = Files.writeString(project.resolve("gate-unit.txt"), "$ pytest\n" + output);
        Instant now = Instant.now();
        ProgramEnd end = new ProgramEnd(reason, 1, now.minusSeconds(5), now, "");
        return GateFindings.of(evidence, project.toString(), end, new Redactor(Map.of("API_TOKEN", "sesame42")));
    }
}
