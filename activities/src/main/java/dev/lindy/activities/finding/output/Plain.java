package dev.lindy.activities.finding.output;

/** A line as a terminal would show it, without colors and other control characters. */
public final class Plain {

    private static final char ESCAPE = '\u001b';

    private Plain() {}

    /** Escape sequences go as a whole, tabs stay. */
    public static String of(String line) {
        int first = 0;
        while (first < line.length() && !isControl(line.charAt(first))) {
            first++;
        }
        if (first == line.length()) {
            return line;
        }
        StringBuilder plain = new StringBuilder(line.length()).append(line, 0, first);
        for (int i = first; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == ESCAPE && i + 1 < line.length() && line.charAt(i + 1) == '[') {
                i = sequenceEnd(line, i + 2);
            } else if (!isControl(next)) {
                plain.append(next);
            }
        }
        return plain.toString();
    }

    private static boolean isControl(char next) {
        return (next < ' ' && next != '\t') || next == '\u007f';
    }

    private static int sequenceEnd(String line, int from) {
        int end = from;
        while (end < line.length() && (line.charAt(end) < '@' || line.charAt(end) > '~')) {
            end++;
        }
        return end;
    }
}
