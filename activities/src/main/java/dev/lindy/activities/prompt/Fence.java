package dev.lindy.activities.prompt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from outside as a Markdown code block that it cannot end itself. */
final class Fence {

    private static final Pattern TICKS = Pattern.compile("`{3,}");

    private Fence() {}

    static String around(String text) {
        return named("", text);
    }

    /** The same with a name behind the first ticks. */
    static String named(String name, String text) {
        String fence = "```";
        Matcher ticks = TICKS.matcher(text);
        while (ticks.find()) {
            if (ticks.group().length() >= fence.length()) {
                fence = "`".repeat(ticks.group().length() + 1);
            }
        }
        return fence + name + "\n" + text.stripTrailing() + "\n" + fence;
    }
}
