package dev.lindy.activities.prompt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what a gate printed into what an agent needs to know, by content and with bounds. */
public final class Feedback {

    /** Most characters of output that are looked at. */
    public static final int MAX_READ = 400_000;
    /** Most characters of one line. */
    public static final int MAX_LINE = 400;

    private static final Pattern CONTROL = Pattern.compile("\\u001B\\[[0-9;?]*[A-Za-z]|[\\p{Cntrl}&&[^\\n\\t]]");
    private static final String GENERIC_HINT = "Find out what went wrong, and mend it.";
    private static final int FRAME = 200;

    private Feedback() {}

    /** Markdown of about {@code max} characters at most. */
    public static String of(String summary, String output, int max) {
        String said = summary.isBlank() ? "" : Excerpt.line(summary, MAX_LINE) + "\n\n";
        String text =
                CONTROL.matcher(Excerpt.of(output, MAX_READ)).replaceAll("").strip();
        if (text.isEmpty()) {
            return said + "It printed nothing. " + GENERIC_HINT;
        }
        int room = Math.max(FRAME, max - said.length() - FRAME);
        List<String> lines = text.lines().map(Feedback::cut).toList();
        Optional<ToolReport> tool = ToolReports.recognize(lines);
        List<String> picked = tool.map(report -> report.pickFrom(lines)).orElse(List.of());
        return picked.isEmpty()
                ? said + block(lines, room) + "\n\n" + GENERIC_HINT
                : said + block(picked, room) + "\n\n" + tool.orElseThrow().hint();
    }

    private static String block(List<String> lines, int room) {
        return Fence.around(Excerpt.of(String.join("\n", lines), room));
    }

    private static String cut(String line) {
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…";
    }
}
