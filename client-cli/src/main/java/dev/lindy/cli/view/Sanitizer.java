package dev.lindy.cli.view;

import java.util.Locale;

/**
 * Makes text from outside (goals, agents, gates, file names) harmless for a terminal: escape sequences,
 * control characters and direction overrides become visible escapes. Markup means nothing to our views, so
 * that brackets stay as they are.
 */
public final class Sanitizer {

    private Sanitizer() {}

    /** The text on one line: line ends and tabs become spaces. */
    public static String line(String text) {
        return escape(
                        text.replace("\r\n", " ")
                                .replace('\n', ' ')
                                .replace('\r', ' ')
                                .replace('\t', ' '),
                        false)
                .strip();
    }

    /** The text with its line ends; tabs become spaces. */
    public static String block(String text) {
        return escape(text.replace("\r\n", "\n").replace("\t", "    "), true);
    }

    /** One line of at most so many characters, the last one an ellipsis where something was cut off. */
    public static String cut(String text, int length, String ellipsis) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= length) {
            return line;
        }
        int keep = Math.max(0, length - ellipsis.length());
        return line.substring(0, line.offsetByCodePoints(0, keep)).stripTrailing() + ellipsis;
    }

    private static String escape(String text, boolean keepLines) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isHarmless(point) || (keepLines && point == '\n')) {
                safe.appendCodePoint(point);
            } else {
                safe.append(visible(point));
            }
        });
        return safe.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> isJoiner(point);
            default -> true;
        };
    }

    // emoji and some scripts need them, and they move no text
    private static boolean isJoiner(int point) {
        return point == 0x200c || point == 0x200d;
    }

    private static String visible(int point) {
        String hex = Integer.toHexString(point).toLowerCase(Locale.ROOT);
        return point <= 0xff ? "\\x" + (point < 0x10 ? "0" : "") + hex : "\\u{" + hex + "}";
    }
}
