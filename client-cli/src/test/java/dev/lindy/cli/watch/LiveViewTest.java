package dev.lindy.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.cli.Runs;
import dev.lindy.cli.view.ColorPalette;
import dev.lindy.cli.view.Theme;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class LiveViewTest {

    private static final Clock CLOCK = Clock.fixed(Runs.START.plusSeconds(75), ZoneOffset.UTC);

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    private static RunSnapshot run(TaskRow... tasks) {
        return new RunSnapshot(Runs.header("1a2b3c4d", 1, RunStatus.RUNNING, Path.of("/p"), null), List.of(tasks));
    }

    private static TaskRow working(int id) {
        return Runs.row(id, TaskStatus.WORKING, List.of(Runs.working(2)), null);
    }

    private Terminal terminal() throws IOException {
        return TerminalBuilder.builder()
                .system(false)
                .streams(InputStream.nullInputStream(), screen)
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .size(Size.of(60, 12))
                .build();
    }

    @Test
    void showsAHeaderALinePerWorkingTaskAndACountOfTheRest() {
        RunSnapshot now = run(Runs.passed(), working(2), working(3), Runs.row(4, TaskStatus.PENDING, List.of(), null));

        List<String> lines = new LivePanel(CLOCK, ColorPalette.NONE, Theme.UNICODE).lines(now, 24);

        assertThat(lines)
                .containsExactly(
                        "running 1a2b3c4d Add [login] with JWT 1m 15s",
                        "◉ task-2 working [web] Task number 2 claude_cli, attempt 2, 1m 15s",
                        "◉ task-3 working [web] Task number 3 claude_cli, attempt 2, 1m 15s",
                        "1 waiting · 1 passed · $0.55");
    }

    @Test
    void leavesRoomOnASmallScreen() {
        RunSnapshot now = run(working(1), working(2), working(3), working(4));

        List<String> lines = new LivePanel(CLOCK, ColorPalette.NONE, Theme.ASCII).lines(now, 6);

        assertThat(lines).hasSize(4).last().isEqualTo("2 more working | $0.10");
    }

    @Test
    void scrollsWhatIsOverAboveAndClearsThePanelAtTheEnd() throws IOException {
        LiveView view = new LiveView(terminal(), CLOCK, ColorPalette.NONE, Theme.UNICODE);
        RunSnapshot before = run(working(1));
        RunSnapshot after = run(Runs.passed());

        view.show(before, RunChanges.first(before));
        view.notice("engine is down; restarting it");
        view.show(after, RunChanges.between(before, after));
        view.close();
        view.close();

        String all = AttributedString.stripAnsi(screen.toString(StandardCharsets.UTF_8));
        assertThat(all)
                .contains("plan: 1 task", "task-1 working [web]", "engine is down; restarting it", "✓ task-1 passed");
    }
}
