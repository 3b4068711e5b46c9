package dev.lindy.activities.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobLogTest {

    @Test
    void endsWhereTheStepGaveUpAndShowsWhatTheToolPrinted() {
        String log = """
                \ufeff2026-05-14T10:00:01.1234567Z ##[group]Run pytest
                2026-05-14T10:00:02.1234567Z \u001b[31mFAILED test_price.py::test_round - assert 1 == 2\u001b[0m
                2026-05-14T10:00:03.1234567Z ##[error]Process completed with exit code 1.
                2026-05-14T10:00:04.1234567Z Post job cleanup.
                2026-05-14T10:00:05.1234567Z Cleaning up orphan processes
                """;

        assertThat(JobLog.tail(log))
                .containsExactly(
                        "Run pytest",
                        "FAILED test_price.py::test_round - assert 1 == 2",
                        "Error: Process completed with exit code 1.");
    }

    @Test
    void keepsTheLastLinesAlone() {
        String log = IntStream.rangeClosed(1, 5_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

        assertThat(JobLog.tail(log)).hasSize(300).endsWith("line 5000");
    }

    @Test
    void cutsLongLines() {
        assertThat(JobLog.tail("x".repeat(100_000)))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSize(1_001));
    }
}
