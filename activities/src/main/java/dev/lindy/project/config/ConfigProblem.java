package dev.lindy.project.config;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a project config, in words for its author.
 *
 * @param file as people know it
 * @param line from 1, or 0 where unknown
 * @param column from 1, or 0 where unknown
 * @param message lower-case, without full stop
 * @param hint one action that could work, or null
 */
public record ConfigProblem(
        String file,
        int line,
        int column,
        String message,
        @Nullable String hint) {

    /** The problem with its place, on one line. */
    public String text() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
}
