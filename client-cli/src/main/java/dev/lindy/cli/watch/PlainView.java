package dev.lindy.cli.watch;

import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.run.RunSnapshot;
import java.util.List;

/** One line per change, without times, so that two logs compare well. */
public final class PlainView implements RunView {

    private final Console console;
    private final ChangeWords words;

    public PlainView(Console console) {
        this.console = console;
        this.words = new ChangeWords(console.theme().ellipsis());
    }

    @Override
    public void show(RunSnapshot now, List<RunChange> changes) {
        for (RunChange change : changes) {
            for (StyledLine line : words.lines(change)) {
                console.note(line.level(), line.render(console.colors(), console.theme()));
            }
        }
    }

    @Override
    public void notice(String line) {
        console.info(Sanitizer.line(line));
    }

    @Override
    public void close() {}
}
