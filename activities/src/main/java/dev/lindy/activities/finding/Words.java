package dev.lindy.activities.finding;

import java.util.Locale;

/** Numbers and words out of a line, without backtracking. */
public final class Words {

    private Words() {}

    /** The number before this word, as in {@code 3 failed, 2 passed}, or 0; the singular counts as well. */
    public static int countBefore(String line, String... words) {
        String[] parts = line.split("[,;|(]", -1);
        int sum = 0;
        for (String part : parts) {
            String text = part.strip().toLowerCase(Locale.ROOT);
            int blank = text.indexOf(' ');
            int number = blank < 0 ? -1 : Place.number(text, 0, blank);
            for (String word : words) {
                if (number > 0 && text.startsWith(word, blank + 1)) {
                    sum += number;
                    break;
                }
            }
        }
        return sum;
    }

    /** The number after this label, as in {@code Failures: 3, Errors: 1}, or 0. */
    public static int countAfter(String line, String label) {
        int start = line.indexOf(label);
        if (start < 0) {
            return 0;
        }
        int from = start + label.length();
        while (from < line.length() && line.charAt(from) == ' ') {
            from++;
        }
        int to = from;
        while (to < line.length() && Character.isDigit(line.charAt(to))) {
            to++;
        }
        return Math.max(0, Place.number(line, from, to));
    }

    /** The line without these characters at its ends. */
    public static String trim(String line, char frame) {
        int from = 0;
        int to = line.length();
        while (from < to && (line.charAt(from) == frame || line.charAt(from) == ' ')) {
            from++;
        }
        while (to > from && (line.charAt(to - 1) == frame || line.charAt(to - 1) == ' ')) {
            to--;
        }
        return line.substring(from, to);
    }

    /** Number of blanks and tabs that the line begins with. */
    public static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
