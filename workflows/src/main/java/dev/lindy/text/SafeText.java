package dev.lindy.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text from outside (goals, plans, models, file names) harmless where it is kept for people: in commit messages,
 * in Temporal and in reports. What a terminal, git or Markdown would take for more than text is taken out or escaped.
 */
public final class SafeText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\x85\\u2028\\u2029]+");

    /** Control and format characters and halves of characters, but for the joiners that emoji and scripts need. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\u200c\\u200d]]");

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>|#~]|&(?=[#A-Za-z])|(?<=:)//|(?<=www)\\.");

    private static final Pattern LINK = Pattern.compile("](?=[(\\[:])|<(?=[A-Za-z/!?])");

    private SafeText() {}

    /** One line of at most so many characters; the last one is an ellipsis where something was cut off. */
    public static String line(String text, int most) {
        String head = text.length() > 4 * most + 1_000 ? text.substring(0, 4 * most + 1_000) : text;
        String line =
                HARMFUL.matcher(SPACE.matcher(head).replaceAll(" ").strip()).replaceAll("\ufffd");
        if (line.length() <= most) {
            return line;
        }
        int end = most - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The text as Markdown that shows just it: no markup, HTML, entity or link. Give it one line. */
    public static String markdown(String line) {
        return MARKUP.matcher(
                        HARMFUL.matcher(SPACE.matcher(line).replaceAll(" ")).replaceAll("\ufffd"))
                .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
    }

    /** A line for places that may take it for Markdown, or show it as it is: without links and HTML, else unchanged. */
    public static String withoutLinks(String line) {
        return LINK.matcher(line).replaceAll("$0 ");
    }

    /** The text as a code span of Markdown, whatever backticks it has. */
    public static String code(String line) {
        String plain = HARMFUL.matcher(SPACE.matcher(line).replaceAll(" ")).replaceAll("\ufffd");
        if (!plain.contains("`")) {
            return "`" + plain + "`";
        }
        int longest = 0;
        Matcher runs = Pattern.compile("`+").matcher(plain);
        while (runs.find()) {
            longest = Math.max(longest, runs.end() - runs.start());
        }
        String fence = "`".repeat(longest + 1);
        return fence + " " + plain + " " + fence;
    }
}
