package dev.lindy.cli.view;

import java.nio.charset.Charset;
import java.util.Locale;

/** Meaning to glyph. */
public enum Theme {
    UNICODE("⬡", "◉", "✓", "✗", "○", "…", "·"),
    ASCII("-", "*", "+", "x", "o", "...", "|");

    private final String pending;
    private final String working;
    private final String passed;
    private final String failed;
    private final String skipped;
    private final String ellipsis;
    private final String separator;

    Theme(
            String pending,
            String working,
            String passed,
            String failed,
            String skipped,
            String ellipsis,
            String separator) {
        this.pending = pending;
        this.working = working;
        this.passed = passed;
        this.failed = failed;
        this.skipped = skipped;
        this.ellipsis = ellipsis;
        this.separator = separator;
    }

    /** The one whose glyphs the charset can write. */
    public static Theme of(Charset charset) {
        return charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-") ? UNICODE : ASCII;
    }

    /** One character, or empty where the meaning has none. */
    public String glyph(Style style) {
        return switch (style) {
            case PASSED -> passed;
            case FAILED -> failed;
            case REJECTED, WARNING -> "!";
            case WORKING -> working;
            case SKIPPED -> skipped;
            case PENDING -> pending;
            case LITERAL, HINT, DIM, HEADING, PLAIN -> "";
        };
    }

    public String ellipsis() {
        return ellipsis;
    }

    /** Stands between facts on one line. */
    public String separator() {
        return separator;
    }
}
