package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;
import org.jspecify.annotations.Nullable;

/** Gradle's {@code PriceTest > roundsHalfUp() FAILED}. */
public final class GradleLines implements LineReader {

    private final FindingsBuilder findings;
    private String id = "";
    private String reason = "";
    private @Nullable Place place;
    private int seen;

    public GradleLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        boolean test =
                line.endsWith(" FAILED") && line.contains(" > ") && line.charAt(0) > ' ' && line.charAt(0) != '>';
        if (test) {
            end();
            id = line.substring(0, line.length() - " FAILED".length());
            seen++;
        } else if (line.endsWith(" failed") || line.contains(" failed,")) {
            if (line.contains(" completed, ")) {
                int failed = Words.countBefore(line, "failed");
                findings.count(Words.countBefore(line, "tests completed", "test completed"), failed, seen);
                seen = 0;
            }
        } else if (!id.isEmpty()) {
            inside(line);
        }
    }

    @Override
    public void end() {
        if (!id.isEmpty()) {
            findings.failed(id, reason, place);
        }
        id = "";
        reason = "";
        place = null;
    }

    private void inside(String line) {
        String text = line.strip();
        if (text.isEmpty() || Words.indent(line) == 0) {
            end();
        } else if (text.startsWith("at ")) {
            place = place == null ? own(JavaNames.frame(text)) : place;
        } else if (reason.isEmpty()) {
            int at = text.lastIndexOf(" at ");
            place = at < 0 ? null : Place.parse(text.substring(at + 4));
            reason = place == null ? text : text.substring(0, at);
        }
    }

    private @Nullable Place own(@Nullable Place frame) {
        int dot = frame == null ? -1 : frame.file().lastIndexOf('.');
        return frame != null && dot > 0 && id.contains(frame.file().substring(0, dot)) ? frame : null;
    }
}
