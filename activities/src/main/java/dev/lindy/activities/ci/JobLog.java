package dev.lindy.activities.ci;

import java.util.List;
import java.util.regex.Pattern;

/** The part of a job's log that says why it failed. */
final class JobLog {

    private static final int MAX_LINES = 300;
    private static final int MAX_LINE = 1_000;

    private static final Pattern TIME = Pattern.compile("^\\ufeff?\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z ?");
    private static final Pattern COLOR = Pattern.compile("\\u001B\\[[0-9;?]*[A-Za-z]");
    private static final Pattern ERROR = Pattern.compile("^(?:\\S+ )?##\\[error]");
    private static final Pattern COMMAND = Pattern.compile("^##\\[(?:group|command|debug|section)]|^##\\[endgroup]$");

    private JobLog() {}

    /**
     * The last lines before the step gave up, without the cleaning up that follows; as the tools printed them, without
     * times and colors. At most 300 lines of 1,000 characters.
     */
    static List<String> tail(String log) {
        List<String> lines = log.lines().toList();
        int end = lines.size();
        for (int i = lines.size() - 1; i >= 0 && end == lines.size(); i--) {
            end = ERROR.matcher(lines.get(i)).find() ? i + 1 : end;
        }
        return lines.subList(Math.max(0, end - MAX_LINES), end).stream()
                .map(JobLog::plain)
                .toList();
    }

    private static String plain(String line) {
        String text = TIME.matcher(line).replaceFirst("");
        text = COLOR.matcher(text).replaceAll("");
        text = COMMAND.matcher(text).replaceFirst("").replace("##[error]", "Error: ");
        return text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE) + "…";
    }
}
