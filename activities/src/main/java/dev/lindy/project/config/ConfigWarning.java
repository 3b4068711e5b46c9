package dev.lindy.project.config;

import org.jspecify.annotations.Nullable;

/**
 * Something in a project config that has no effect or is likely a slip; the config counts nevertheless.
 *
 * @param line from 1, or 0 where unknown
 * @param column from 1, or 0 where unknown
 * @param hint one action that could work, or null
 * @param isUnused whether it is about a key that is known and changes nothing, as old files have several of
 */
public record ConfigWarning(
        String file,
        int line,
        int column,
        String message,
        @Nullable String hint,
        boolean isUnused) {

    /** The warning with its place, on one line. */
    public String text() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
}
