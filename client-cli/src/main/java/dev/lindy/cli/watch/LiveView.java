package dev.lindy.cli.watch;

import dev.lindy.cli.view.ColorPalette;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Theme;
import dev.lindy.run.RunSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * A few lines at the bottom of the terminal that follow the run; what is over scrolls above them as
 * permanent lines. One thread owns the screen.
 */
public final class LiveView implements RunView {

    private static final Duration SIZE_HOLDS = Duration.ofSeconds(2);

    private final Terminal terminal;
    private final Display display;
    private final LivePanel panel;
    private final ChangeWords words;
    private final ColorPalette colors;
    private final Theme theme;
    private final Clock clock;
    private Size size = Size.of(0, 0);
    private Instant sizeUntil = Instant.MIN;
    private List<AttributedString> shown = List.of();
    private boolean closed;

    public LiveView(Terminal terminal, Clock clock, ColorPalette colors, Theme theme) {
        this.terminal = terminal;
        this.clock = clock;
        this.display = new Display(terminal, false);
        this.panel = new LivePanel(clock, colors, theme);
        this.words = new ChangeWords(theme.ellipsis());
        this.colors = colors;
        this.theme = theme;
    }

    @Override
    public synchronized void show(RunSnapshot now, List<RunChange> changes) {
        List<String> permanent = new ArrayList<>();
        for (RunChange change : changes) {
            if (isPermanent(change)) {
                words.lines(change).forEach(line -> permanent.add(line.render(colors, theme)));
            }
        }
        print(permanent);
        draw(panel.lines(now, height()));
    }

    // what is going on is in the panel already
    private static boolean isPermanent(RunChange change) {
        return !(change instanceof RunChange.Started) && !(change instanceof RunChange.Phase);
    }

    @Override
    public synchronized void notice(String line) {
        List<AttributedString> panelLines = shown;
        print(List.of(Sanitizer.line(line)));
        paint(panelLines);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        paint(List.of());
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not restore the terminal", e);
        }
    }

    private void print(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        paint(List.of());
        lines.forEach(line -> terminal.writer().print(line + "\r\n"));
        terminal.writer().flush();
        display.reset();
    }

    private void draw(List<String> lines) {
        paint(lines.stream()
                .map(AttributedString::fromAnsi)
                .map(line -> line.columnSubSequence(0, width()))
                .toList());
    }

    private void paint(List<AttributedString> lines) {
        if (closed && !lines.isEmpty()) {
            return;
        }
        display.resize(Size.of(width(), height()));
        display.update(lines, 0);
        terminal.flush();
        shown = lines;
    }

    // asking costs a process where there is no native library, so not on every frame
    private Size size() {
        if (!clock.instant().isBefore(sizeUntil)) {
            size = terminal.getSize();
            sizeUntil = clock.instant().plus(SIZE_HOLDS);
        }
        return size;
    }

    private int width() {
        return size().getColumns() > 0 ? size().getColumns() : 80;
    }

    private int height() {
        return size().getRows() > 0 ? size().getRows() : 24;
    }
}
