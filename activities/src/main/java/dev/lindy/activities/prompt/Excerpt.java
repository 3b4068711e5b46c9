package dev.lindy.activities.prompt;

import java.util.ArrayList;
import java.util.List;

/** Long text cut to a bound, with its beginning and its end kept and the cut told. */
public final class Excerpt {

    private Excerpt() {}

    /** The text, or its first and last parts with a line about what is missing, at most {@code max} characters. */
    public static String of(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        String note = "\n... [" + (text.length() - max) + " more characters left out] ...\n";
        int room = Math.max(0, max - note.length());
        int head = keepPairs(text, room / 2);
        int tail = text.length() - (room - room / 2);
        if (keepPairs(text, tail) < tail) {
            tail++;
        }
        return text.substring(0, head) + note + text.substring(tail);
    }

    /** The text on one line, control characters made blanks, at most {@code max} characters. */
    public static String line(String text, int max) {
        String flat = text.substring(0, keepPairs(text, Math.min(text.length(), 4 * max)))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return flat.length() <= max ? flat : flat.substring(0, keepPairs(flat, max - 1)) + "…";
    }

    /** The first lines, and one more that tells how many are missing. */
    static List<String> first(List<String> lines, int max) {
        if (lines.size() <= max) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, max));
        kept.add("... and " + (lines.size() - max) + " more");
        return kept;
    }

    // never cuts a surrogate pair
    private static int keepPairs(String text, int index) {
        boolean inside = index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index));
        return inside ? index - 1 : index;
    }
}
