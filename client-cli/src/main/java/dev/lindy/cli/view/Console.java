package dev.lindy.cli.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The only user of the standard streams: data on standard output, everything else on standard error.
 * Text given to it is ours, or has passed {@link Sanitizer}.
 */
public final class Console {

    private static final Pattern OBEYED =
            Pattern.compile("[\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

    private final Caller caller;
    private final Verbosity verbosity;
    private final ColorPalette dataColors;
    private final ColorPalette colors;
    private final Theme theme;
    private final Set<String> warned = new HashSet<>();

    public Console(Caller caller, Verbosity verbosity, ColorMode color) {
        this.caller = caller;
        this.verbosity = verbosity;
        this.dataColors = color.palette(caller.environment(), caller.terminals().out());
        this.colors = color.palette(caller.environment(), caller.terminals().err());
        this.theme = Theme.of(caller.charset());
    }

    /** A line of data on standard output. */
    public void data(String line) {
        print(caller.out(), line);
    }

    /** One JSON document on standard output, on several lines. */
    public void data(JsonNode document) {
        DefaultIndenter unix = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(unix);
        printer.indentArraysWith(unix);
        try {
            data(escaped(new ObjectMapper().writer(printer).writeValueAsString(document)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unexpected JSON: " + document.getNodeType(), e);
        }
    }

    /** One JSON document on one line of standard output. */
    public void dataLine(JsonNode document) {
        data(escaped(document.toString()));
    }

    /** The same JSON in characters that no terminal obeys; those that some do obey stand in strings alone. */
    private static String escaped(String json) {
        return OBEYED.matcher(json)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    /** What the command came to; kept with {@code -q}. */
    public void result(String line) {
        note(Verbosity.QUIET, line);
    }

    public void info(String line) {
        note(Verbosity.DEFAULT, line);
    }

    /** One of our decisions. */
    public void detail(String line) {
        note(Verbosity.VERBOSE, line);
    }

    /** Something that a person should act on; told once. May name what a file says, and is made harmless here. */
    public synchronized void warning(String text) {
        String line = Sanitizer.block(text);
        if (warned.add(line)) {
            note(Verbosity.DEFAULT, colors.paint(Style.WARNING, "warning:") + " " + line);
        }
    }

    public void hint(Verbosity level, String line) {
        note(level, colors.paint(Style.HINT, "hint:") + " " + line);
    }

    /** A line on standard error for people who asked for this level. */
    public synchronized void note(Verbosity level, String line) {
        if (verbosity.includes(level)) {
            print(caller.err(), line);
        }
    }

    public Caller caller() {
        return caller;
    }

    public Verbosity verbosity() {
        return verbosity;
    }

    /** Colors of standard error. */
    public ColorPalette colors() {
        return colors;
    }

    /** Colors of standard output. */
    public ColorPalette dataColors() {
        return dataColors;
    }

    public Theme theme() {
        return theme;
    }

    private static void print(PrintStream stream, String line) {
        stream.print(line + "\n");
        stream.flush();
    }
}
