package dev.lindy.cli.command;

import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.cli.watch.JsonStreamView;
import dev.lindy.cli.watch.LiveView;
import dev.lindy.cli.watch.PlainView;
import dev.lindy.cli.watch.QuietView;
import dev.lindy.cli.watch.RunView;
import java.io.IOException;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Chooses how a run is shown. */
final class Views {

    private Views() {}

    static RunView of(Console console, WatchOptions options) {
        return !options.machine() && isLive(console) ? live(console) : still(console, options);
    }

    /** For a run in which nothing moves any more. */
    static RunView still(Console console, WatchOptions options) {
        if (options.jsonStream()) {
            return new JsonStreamView(console);
        }
        return options.json() ? new QuietView(console) : new PlainView(console);
    }

    private static boolean isLive(Console console) {
        Map<String, String> environment = console.caller().environment();
        return console.verbosity() == Verbosity.DEFAULT
                && console.caller().terminals().err()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                && environment.getOrDefault("CI", "").isEmpty();
    }

    private static RunView live(Console console) {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .name("lindy")
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysErr)
                    .dumb(false)
                    .nativeSignals(false)
                    .graphemeCluster(false)
                    .encoding(console.caller().charset())
                    .build();
            return new LiveView(terminal, console.caller().clock(), console.colors(), console.theme());
        } catch (IOException | IllegalStateException e) {
            console.detail("no live view: " + e.getMessage());
            return new PlainView(console);
        }
    }
}
