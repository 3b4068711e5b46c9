package dev.lindy.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.ChangePolicy;
import dev.lindy.plan.TaskSize;
import dev.lindy.run.Attempt;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunId;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskDetailsTest {

    private static final RunId RUN = Fixture.RUN.run();
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void escapesWhatComesFromOutside() {
        PlannedTask task = titled("<img src=x> [a](b) | `c` **d**\n\n# e");

        String text = TaskDetails.of(RUN, task, TaskState.pending(task.id()), "waiting: *soon*");

        assertThat(text)
                .contains("\\< img src=x\\> \\[a\\] (b) \\| \\`c\\` \\*\\*d\\*\\* \\# e")
                .contains("**waiting: \\*soon\\***");
    }

    @Test
    void tellsWhyAnAttemptWasRejectedWithTheEndOfTheEvidence() {
        GateVerdict unit = new GateVerdict(
                "unit",
                Verdict.REJECTED,
                true,
                "1 of 9 failed",
                "tasks/1/1/gate-unit.txt",
                "FAIL PriceTest\u001b[0m\n```\n<b>\n1 of 9 failed");
        Attempt attempt = new Attempt(
                1,
                0,
                "claude_cli",
                null,
                NOW,
                NOW.plusSeconds(9),
                0.01,
                new Outcome.RejectedByGate(List.of("unit"), "rejected by gate unit: 1 of 9 failed"),
                null,
                List.of(unit, new GateVerdict("style", Verdict.PASSED, true, "", "")));
        PlannedTask task = titled("title");
        TaskState state = TaskState.pending(task.id()).withAttempt(attempt).withStatus(TaskStatus.FAILED, "no luck");

        assertThat(TaskDetails.of(RUN, task, state, "failed"))
                .contains("**failed**: no luck\n")
                .contains("- `lindy retry 0a1b2c3d 1`: ")
                .contains("#### Attempt 1 · claude\\_cli · 9 s · $0.01\n\nrejected by gate unit: 1 of 9 failed\n")
                .contains("`unit` rejected: 1 of 9 failed · `.orchestrator/runs/0a1b2c3d/tasks/1/1/gate-unit.txt`\n")
                .contains("`style` passed\n")
                .contains("\n\n    FAIL PriceTest [0m\n    ```\n    <b>\n    1 of 9 failed\n");
    }

    @Test
    void breaksLongLinesOfTheEvidence() {
        GateVerdict unit = new GateVerdict("unit", Verdict.REJECTED, true, "", "", "x".repeat(120) + "\ny");
        Attempt attempt = new Attempt(1, 0, "", null, NOW, NOW, 0, null, null, List.of(unit));
        PlannedTask task = titled("title");

        assertThat(TaskDetails.of(RUN, task, TaskState.pending(task.id()).withAttempt(attempt), "working"))
                .contains("    " + "x".repeat(56) + "\n    " + "x".repeat(56) + "\n    " + "x".repeat(8) + "\n    y\n");
    }

    @Test
    void cutsASummaryToTwoHundredCharactersButNoneInHalf() {
        String smiles = "x" + "😀".repeat(150);

        assertThat(ActivityStubs.cut("a\n b\t c ")).isEqualTo("a b c");
        assertThat(ActivityStubs.cut("y".repeat(300))).hasSize(200).endsWith("y…");
        assertThat(IntStream.range(0, 2).mapToObj(i -> ActivityStubs.cut(smiles.substring(i))))
                .allSatisfy(cut -> assertThat(cut.charAt(cut.length() - 2)).matches(Character::isLowSurrogate));
    }

    private static PlannedTask titled(String title) {
        return new PlannedTask(
                Fixture.id(1), "root", title, List.of(), 0, TaskSize.SMALL, ChangePolicy.REQUIRED, List.of());
    }
}
