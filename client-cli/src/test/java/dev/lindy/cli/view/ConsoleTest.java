package dev.lindy.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Console console(int quiet, int verbose, ColorMode color, Map<String, String> environment) {
        Caller caller = new Caller(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                new Caller.Terminals(false, false, true),
                environment,
                Clock.systemUTC(),
                Path.of(""));
        return new Console(caller, Verbosity.of(quiet, verbose), color);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, ''",
        "1, 0, result",
        "0, 0, result info",
        "0, 1, result info detail",
        "0, 2, result info detail trace",
        "0, 9, result info detail trace",
        "9, 0, ''"
    })
    void saysNoMoreThanAskedFor(int quiet, int verbose, String said) {
        Console console = console(quiet, verbose, ColorMode.NEVER, Map.of());

        console.result("result");
        console.info("info");
        console.detail("detail");
        console.note(Verbosity.DEBUG, "trace");

        assertThat(err.toString(StandardCharsets.UTF_8).strip().replace('\n', ' '))
                .isEqualTo(said);
    }

    @Test
    void printsDataAtAnyLevelAndOnStdoutAlone() {
        console(2, 0, ColorMode.NEVER, Map.of()).data("data");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("data\n");
        assertThat(err.size()).isZero();
    }

    @Test
    void warnsOnce() {
        Console console = console(0, 0, ColorMode.NEVER, Map.of());

        console.warning("old key");
        console.warning("old key");

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("warning: old key\n");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, TERM, xterm, true",
        "AUTO, TERM, dumb, false",
        "AUTO, OTHER, x, false",
        "ALWAYS, NO_COLOR, 1, true",
        "NEVER, TERM, xterm, false"
    })
    void colorsATerminalThatCanShowThem(ColorMode mode, String name, String value, boolean colored) {
        Console console = console(0, 0, mode, Map.of(name, value));

        assertThat(console.colors() == ColorPalette.ANSI).isEqualTo(colored);
    }

    @Test
    void listensToNoColorFirst() {
        Map<String, String> both = Map.of("TERM", "xterm", "NO_COLOR", "1", "CLICOLOR_FORCE", "1");

        assertThat(console(0, 0, ColorMode.AUTO, both).colors()).isEqualTo(ColorPalette.NONE);
    }

    @Test
    void colorsEachStreamByItself() {
        Console console = console(0, 0, ColorMode.AUTO, Map.of("TERM", "xterm"));

        assertThat(console.dataColors()).isEqualTo(ColorPalette.NONE);
        assertThat(console.colors()).isEqualTo(ColorPalette.ANSI);
    }
}
