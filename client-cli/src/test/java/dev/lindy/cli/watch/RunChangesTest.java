package dev.lindy.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.cli.Runs;
import dev.lindy.cli.view.ColorPalette;
import dev.lindy.cli.view.Theme;
import dev.lindy.run.Attempt;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunChangesTest {

    private static RunSnapshot run(RunStatus status, TaskRow... tasks) {
        RunHeader header = Runs.header("1a2b3c4d", 1, status, Path.of("/p"), null);
        return new RunSnapshot(header, List.of(tasks));
    }

    private static RunSnapshot running(TaskStatus status, Attempt... attempts) {
        return run(RunStatus.RUNNING, Runs.row(1, status, List.of(attempts), null));
    }

    private static Attempt ended(int number, Outcome outcome, GateVerdict... gates) {
        return Runs.working(number).ended(Runs.START.plusSeconds(9), outcome).withGates(List.of(gates));
    }

    private static final Outcome REJECTED = new Outcome.RejectedByGate(List.of("unit"), "tests failed");
    private static final GateVerdict GATE = new GateVerdict("unit", Verdict.REJECTED, true, "3 of 9 failed", "g.txt");

    static Stream<Arguments> steps() {
        return Stream.of(
                step(run(RunStatus.PLANNING), run(RunStatus.PLANNING)),
                step(
                        run(RunStatus.PLANNING),
                        running(TaskStatus.PENDING),
                        "plan: 1 task",
                        "⬡ task-1 [web] Task number 1",
                        "◉ working on branch `af/goal-1a2b3c4d`"),
                step(
                        run(RunStatus.PLANNING),
                        run(RunStatus.AWAITING_APPROVAL),
                        "! waiting for approval of the plan; give it with `lindy approve 1a2b3c4d`"),
                step(
                        running(TaskStatus.PENDING),
                        running(TaskStatus.WORKING, Runs.working(1)),
                        "◉ task-1 working: claude_cli, attempt 1"),
                step(
                        running(TaskStatus.WORKING, Runs.working(1)),
                        running(TaskStatus.GATING, Runs.working(1)),
                        "◉ task-1 gating"),
                step(
                        running(TaskStatus.GATING, Runs.working(1)),
                        running(TaskStatus.WORKING, ended(1, REJECTED, GATE), Runs.working(2)),
                        "! task-1 attempt 1: rejected by gate `unit` - 3 of 9 failed",
                        "◉ task-1 working: claude_cli, attempt 2"),
                step(
                        running(TaskStatus.WORKING, Runs.working(1)),
                        running(TaskStatus.WORKING, ended(1, new Outcome.Quota("5 hours are used up", null))),
                        "! task-1 attempt 1: quota: 5 hours are used up"),
                step(
                        running(TaskStatus.PENDING),
                        running(TaskStatus.INTEGRATING, ended(1, new Outcome.Accepted())),
                        "◉ task-1 working: claude_cli, attempt 1",
                        "◉ task-1 integrating"),
                step(
                        running(TaskStatus.INTEGRATING, ended(1, new Outcome.Accepted())),
                        running(TaskStatus.COMPLETED, ended(1, new Outcome.Accepted())),
                        "✓ task-1 passed"),
                step(
                        running(TaskStatus.WORKING),
                        run(RunStatus.RUNNING, Runs.row(1, TaskStatus.FAILED, List.of(), "no\u001b[2J luck")),
                        "✗ task-1 failed: no\\x1b[2J luck"),
                step(running(TaskStatus.FAILED), running(TaskStatus.PENDING), "⬡ task-1 waits for another try"),
                step(
                        running(TaskStatus.PENDING),
                        run(RunStatus.PAUSED, Runs.row(1, TaskStatus.PENDING, List.of(), null)),
                        "! paused; continue with `lindy resume 1a2b3c4d`"));
    }

    private static Arguments step(RunSnapshot before, RunSnapshot after, String... lines) {
        return Arguments.of(before, after, List.of(lines));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void tellsWhatHappened(RunSnapshot before, RunSnapshot after, List<String> lines) {
        assertThat(lines(RunChanges.between(before, after))).isEqualTo(lines);
    }

    @Test
    void tellsWhereARunStandsThatWasFoundGoingOn() {
        RunSnapshot now = run(
                RunStatus.RUNNING,
                Runs.passed(),
                Runs.row(2, TaskStatus.WORKING, List.of(Runs.working(1)), null),
                Runs.row(3, TaskStatus.PENDING, List.of(), null, 2));

        assertThat(lines(RunChanges.first(now)))
                .containsExactly(
                        "◉ working on branch `af/goal-1a2b3c4d`",
                        "plan: 3 tasks",
                        "⬡ task-1 [api] Issue tokens [JWT]",
                        "⬡ task-2 [web] Task number 2",
                        "⬡ task-3 [web] Task number 3 (after task-2)",
                        "✓ task-1 passed at attempt 2",
                        "◉ task-2 working: claude_cli, attempt 1");
    }

    private static List<String> lines(List<RunChange> changes) {
        ChangeWords words = new ChangeWords("…");
        return changes.stream()
                .flatMap(change -> words.lines(change).stream())
                .map(line -> line.render(ColorPalette.NONE, Theme.UNICODE))
                .toList();
    }
}
