package dev.lindy.activities.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a git command gave back.
 *
 * @param truncated whether there was more output than is kept
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record GitOutput(int exit, byte[] stdout, String stderr, boolean truncated) {

    public boolean succeeded() {
        return exit == 0;
    }

    String text() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    String line() {
        return text().strip();
    }

    List<String> lines() {
        return text().lines().toList();
    }

    /** The parts that {@code -z} ends with NUL. */
    public List<String> records() {
        List<String> records = new ArrayList<>();
        String text = text();
        int start = 0;
        for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
            records.add(text.substring(start, end));
            start = end + 1;
        }
        if (start < text.length()) {
            records.add(text.substring(start));
        }
        return records;
    }

    /** The line of standard error that says most: the last one that starts as an error does, else the last. */
    public String complaint() {
        String last = "";
        String error = "";
        for (String line : stderr.lines().toList()) {
            if (line.startsWith("fatal: ") || line.startsWith("error: ")) {
                error = line.substring("fatal: ".length());
            }
            last = line.isBlank() ? last : line.strip();
        }
        if (!error.isEmpty()) {
            return error;
        }
        return last.isEmpty() ? "exit status " + exit : last;
    }
}
