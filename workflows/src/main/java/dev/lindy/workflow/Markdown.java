package dev.lindy.workflow;

import dev.lindy.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Markdown for the Web UI's User Metadata tab, which holds at most 20,000 bytes. Text from outside is escaped. Tables are
 * avoided: the UI leaves no space between their columns.
 */
final class Markdown {

    private static final int LIMIT_BYTES = 18_000;
    private static final int LAST_ROW_BYTES = 100;
    private static final int MAX_LINE = 1_000;
    private static final Pattern WIDE = Pattern.compile("[^\\n]{56}(?=[^\\n])");
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\n]]");

    private final StringBuilder text = new StringBuilder();
    private int bytes;

    /** Adds a line where it still fits; the caller escapes. */
    void line(String line) {
        add(line, LIMIT_BYTES);
    }

    /** Adds one of many lines where it fits and leaves room for one that says how many are missing. */
    boolean row(String line) {
        return add(line, LIMIT_BYTES - LAST_ROW_BYTES);
    }

    private boolean add(String line, int limit) {
        int more = line.getBytes(StandardCharsets.UTF_8).length + 1;
        if (bytes + more > limit) {
            return false;
        }
        text.append(line).append('\n');
        bytes += more;
        return true;
    }

    /** A paragraph of its own. */
    Markdown paragraph(String line) {
        line(line);
        line("");
        return this;
    }

    /** Text of a program as it is, without control characters; the UI cuts long lines off, so they are broken. */
    Markdown verbatim(String lines) {
        String broken = WIDE.matcher(plain(lines).stripTrailing()).replaceAll("$0\n");
        // an indented block, unlike a fence, cannot be ended by what is in it
        return paragraph("    " + broken.replace("\n", "\n    "));
    }

    /** The first so many characters of a person's text, with its lines. */
    Markdown prose(String lines, int most) {
        int left = most;
        for (String whole : (Iterable<String>) lines.strip().lines()::iterator) {
            if (left < 2) {
                line("…");
                break;
            }
            String shown = SafeText.line(whole, left);
            line(shown.isEmpty() ? "" : escape(shown) + "  ");
            left -= shown.length() + 1;
        }
        line("");
        return this;
    }

    private static String plain(String lines) {
        return HARMFUL.matcher(lines.replace("\r\n", "\n").replace('\r', '\n')).replaceAll(" ");
    }

    /** One line in which nothing is markup; at most 1,000 characters. */
    static String escape(String text) {
        return escape(text, MAX_LINE);
    }

    /** One line of at most so many characters in which nothing is markup. */
    static String escape(String text, int most) {
        return SafeText.markdown(SafeText.withoutLinks(SafeText.line(text, most)));
    }

    /** A short name or command. */
    static String code(String text) {
        return SafeText.code(SafeText.withoutLinks(SafeText.line(text, MAX_LINE)));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
