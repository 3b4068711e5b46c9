package dev.lindy.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.ChangePolicy;
import dev.lindy.plan.TaskSize;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveDetailsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void escapesWhatComesFromOutside() {
        PlannedTask task = titled("<img src=x> [a](b) | `c` **d**\n\n# e");

        String text = LiveDetails.of(task, TaskState.pending(task.id()), "waiting: *soon*");

        assertThat(text)
                .contains("\\<img src=x\\> \\[a\\](b) \\| \\`c\\` \\*\\*d\\*\\* \\# e")
                .contains("**waiting: \\*soon\\***");
    }

    @Test
    void keepsARowOnOneLine() {
        Attempt attempt = new Attempt(
                1, 0, "claude_cli", null, NOW, NOW, 0, new Outcome.AgentFailed("a\nb | c"), null, List.of());
        PlannedTask task = titled("title");

        String text = LiveDetails.of(task, TaskState.pending(task.id()).withAttempt(attempt), "working");

        assertThat(text).contains("| 1 | claude\\_cli | a b \\| c |  |\n");
    }

    @Test
    void showsNoMoreRowsThanTheUiHolds() {
        List<PlannedTask> tasks = Fixture.wide(1_000);
        RunProgress progress = new RunProgress(Fixture.request(Fixture.parallel(1)), NOW);

        String text = LiveDetails.of(progress.header(), tasks, TaskState::pending);

        assertThat(text.lines().filter(line -> line.matches("\\| \\d+ \\|.*"))).hasSize(100);
        assertThat(text.length()).isLessThan(20_000);
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
