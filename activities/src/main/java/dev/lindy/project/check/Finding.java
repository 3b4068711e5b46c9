package dev.lindy.project.check;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a project's author may want to mend.
 *
 * @param isProblem whether a run cannot work with it; else it is a warning
 * @param message with its place in front, lower-case, without full stop
 * @param hint one action that could work, or null
 */
public record Finding(
        boolean isProblem, String message, @Nullable String hint) {

    static Finding problem(String message, @Nullable String hint) {
        return new Finding(true, message, hint);
    }

    static Finding warning(String message, @Nullable String hint) {
        return new Finding(false, message, hint);
    }
}
