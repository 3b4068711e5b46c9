package dev.lindy.activities.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportMarkdownTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    private static String report(Stop stop) {
        RunHeader header = new RunHeader(
                RunId.of("1a2b3c4d"),
                "add-login-1a2b3c4d",
                3,
                "Add login",
                "/home/me/shop",
                RunStatus.FAILED,
                START,
                START.plusSeconds(12),
                null,
                null,
                0.1,
                List.of(),
                null,
                stop,
                false);
        return new ReportMarkdown(new RunSnapshot(header, List.of()), "Add login", (task, attempt) -> List.of(), "")
                .render();
    }

    @Test
    void namesEveryProblemThatKeptTheRunFromItsTasks() {
        String report = report(new Stop(
                "there is no valid plan: the planner was asked 3 times",
                List.of("task 1 depends on task 9", "module <b>x</b> is not known"),
                true,
                "planning/3"));

        assertThat(report)
                .contains("**The run ended before its tasks could:** there is no valid plan")
                .contains("\n- task 1 depends on task 9\n")
                .contains("`planning/3`")
                .doesNotContain("<b>");
    }
}
