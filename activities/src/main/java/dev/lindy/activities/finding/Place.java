package dev.lindy.activities.finding;

import org.jspecify.annotations.Nullable;

/**
 * Where something is wrong.
 *
 * @param file as the tool names it, without the folder of the worktree
 * @param line from 1, or 0 where it is not known
 * @param column from 1, or 0 where it is not known
 */
public record Place(String file, int line, int column) {

    /** {@code file:line} or {@code file:line:column} without anything behind it, or null for anything else. */
    public static @Nullable Place parse(String text) {
        int last = text.lastIndexOf(':');
        int end = number(text, last + 1, text.length());
        if (last <= 0 || end < 0) {
            return null;
        }
        int before = text.lastIndexOf(':', last - 1);
        int middle = before > 0 ? number(text, before + 1, last) : -1;
        return middle < 0
                ? new Place(text.substring(0, last), end, 0)
                : new Place(text.substring(0, before), middle, end);
    }

    /** The digits between these indexes as a number, or -1 where there is anything else. */
    public static int number(String text, int from, int to) {
        if (from >= to || to - from > 9) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    /** As compilers write it. */
    public String text() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }
}
