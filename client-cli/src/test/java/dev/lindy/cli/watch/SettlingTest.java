package dev.lindy.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.cli.Runs;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private final Settling settling = new Settling();

    private static RunSnapshot run(RunStatus status, int tasks) {
        List<TaskRow> rows = IntStream.rangeClosed(1, tasks)
                .mapToObj(id -> Runs.row(id, TaskStatus.PENDING, List.of(), null))
                .toList();
        return new RunSnapshot(Runs.header("1a2b3c4d", 1, status, Path.of("/p"), null), rows);
    }

    @Test
    void showsTasksOnceNoMoreCome() {
        RunSnapshot planning = run(RunStatus.PLANNING, 0);

        assertThat(settling.of(null, planning)).isEqualTo(planning);
        assertThat(settling.of(planning, run(RunStatus.RUNNING, 1))).isEqualTo(planning);
        assertThat(settling.of(planning, run(RunStatus.RUNNING, 3))).isEqualTo(planning);
        assertThat(settling.of(planning, run(RunStatus.RUNNING, 3))).isEqualTo(run(RunStatus.RUNNING, 3));
    }

    @Test
    void showsTheHeaderAtOnceWhereNothingWasShown() {
        assertThat(settling.of(null, run(RunStatus.RUNNING, 2))).isEqualTo(run(RunStatus.RUNNING, 0));
    }
}
