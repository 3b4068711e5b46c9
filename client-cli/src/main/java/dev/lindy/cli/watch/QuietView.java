package dev.lindy.cli.watch;

import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.run.RunSnapshot;
import java.util.List;

/** Shows nothing of the run: for {@code --json}, which prints one object at the end. */
public final class QuietView implements RunView {

    private final Console console;

    public QuietView(Console console) {
        this.console = console;
    }

    @Override
    public void show(RunSnapshot now, List<RunChange> changes) {}

    @Override
    public void notice(String line) {
        console.info(Sanitizer.line(line));
    }

    @Override
    public void close() {}
}
