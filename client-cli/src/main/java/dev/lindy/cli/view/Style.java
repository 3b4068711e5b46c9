package dev.lindy.cli.view;

/** What a piece of text means; how that looks is decided by {@link ColorPalette} and {@link Theme}. */
public enum Style {
    PASSED,
    FAILED,
    REJECTED,
    WARNING,
    WORKING,
    SKIPPED,
    PENDING,
    LITERAL,
    HINT,
    DIM,
    HEADING,
    PLAIN
}
