package dev.lindy.activities.gate.shape;

import dev.lindy.text.SafeText;

/**
 * Something that a change must not do.
 *
 * @param path relative to the project
 * @param line from 1
 * @param rule as people look it up, for instance {@code file_size}
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record ShapeFinding(String path, int line, String rule, String message, String remedy) {

    private static final int LONGEST = 600;

    /** {@code path:line: [rule] message; remedy}, on one line whatever the path holds. */
    public String text() {
        return SafeText.line("%s:%d: [%s] %s; %s".formatted(path, line, rule, message, remedy), LONGEST);
    }
}
