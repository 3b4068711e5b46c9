package dev.lindy.cli.watch;

import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.run.RunSnapshot;
import java.util.List;

/** One JSON object per change on standard output; notices go to standard error. */
public final class JsonStreamView implements RunView {

    private final Console console;

    public JsonStreamView(Console console) {
        this.console = console;
    }

    @Override
    public void show(RunSnapshot now, List<RunChange> changes) {
        changes.forEach(change -> console.dataLine(ChangeJson.of(now, change)));
    }

    @Override
    public void notice(String line) {
        console.info(Sanitizer.line(line));
    }

    @Override
    public void close() {}
}
