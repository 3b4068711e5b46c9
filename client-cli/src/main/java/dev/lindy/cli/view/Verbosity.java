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
        return switch (Math.max(-2, Math.min(2, verbose - quiet))) {
            case -2 -> SILENT;
            case -1 -> QUIET;
            case 0 -> DEFAULT;
            case 1 -> VERBOSE;
            default -> DEBUG;
        };
    }

    public boolean includes(Verbosity level) {
        return compareTo(level) >= 0;
    }
}
