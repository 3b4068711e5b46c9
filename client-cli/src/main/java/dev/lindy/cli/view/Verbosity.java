package dev.lindy.cli.view;

/** How much a person wants to read; each level includes those before it. */
public enum Verbosity {
    /** Nothing but the exit code and data. */
    SILENT,
    /** Errors and the result. */
    QUIET,
    DEFAULT,
    /** Also our decisions. Turns animation off. */
    VERBOSE,
    /** Also stack traces and commands run. */
    DEBUG;

    /** The level after so many {@code -q} and {@code -v}. */
    public static Verbosity of(int quiet, int verbose) {
        int level = Math.max(SILENT.ordinal(), Math.min(DEBUG.ordinal(), DEFAULT.ordinal() - quiet + verbose));
        return values()[level];
    }

    public boolean includes(Verbosity level) {
        return compareTo(level) >= 0;
    }
}
