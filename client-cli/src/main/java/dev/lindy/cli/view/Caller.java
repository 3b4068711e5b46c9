package dev.lindy.cli.view;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The world of the process that calls {@code lindy}: all that a command may see of it.
 *
 * @param charset of the two output streams
 */
public record Caller(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Charset charset,
        Terminals terminals,
        Map<String, String> environment,
        Clock clock,
        Path directory) {

    public Caller {
        environment = Map.copyOf(environment);
    }

    /** Which standard streams are terminals. */
    public record Terminals(boolean in, boolean out, boolean err) {

        /** Reads the digits that the launcher script gives: {@code 02} means input and error. */
        public static Terminals of(String digits) {
            return new Terminals(digits.contains("0"), digits.contains("1"), digits.contains("2"));
        }
    }
}
