package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.Place;
import org.jspecify.annotations.Nullable;

/** A line {@code File "a.py", line 3, in b} of Python. */
public final class PythonFrame {

    private PythonFrame() {}

    public static @Nullable Place place(String line) {
        int open = line.indexOf("File \"");
        int close = open < 0 ? -1 : line.indexOf("\", line ", open);
        if (close < 0) {
            return null;
        }
        int from = close + "\", line ".length();
        int to = from;
        while (to < line.length() && Character.isDigit(line.charAt(to))) {
            to++;
        }
        return new Place(line.substring(open + 6, close), Math.max(0, Place.number(line, from, to)), 0);
    }
}
