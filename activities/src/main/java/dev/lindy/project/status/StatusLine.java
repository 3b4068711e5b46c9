package dev.lindy.project.status;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file.
 *
 * @param end {@code \n}, {@code \r\n} or {@code \r}; empty for a last line that nothing ends
 */
public record StatusLine(String text, String end) {

    /** The lines of a text, so that their {@link #raw} texts together are the text again. */
    static List<StatusLine> split(String text) {
        List<StatusLine> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                boolean isPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                lines.add(new StatusLine(text.substring(start, i), isPair ? "\r\n" : String.valueOf(c)));
                i += isPair ? 1 : 0;
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(new StatusLine(text.substring(start), ""));
        }
        return lines;
    }

    public String raw() {
        return text + end;
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    public StatusLine withText(String other) {
        return new StatusLine(other, end);
    }

    public StatusLine withEnd(String other) {
        return new StatusLine(text, other);
    }
}
