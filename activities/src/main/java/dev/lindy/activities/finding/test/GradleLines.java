package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;
import org.jspecify.annotations.Nullable;

/** Gradle's {@code PriceTest > roundsHalfUp() FAILED}. */
public final class GradleLines implements LineReader {

    private final FindingsBuilder findings;
    private final OpenFailure failure;
    private int seen;

    public GradleLines(FindingsBuilder findings) {
        this.findings = findings;
        failure = new OpenFailure(findings);
    }

    @Override
    public void read(String line) {
        boolean test =
                line.endsWith(" FAILED") && line.contains(" > ") && line.charAt(0) > ' ' && line.charAt(0) != '>';
        if (test) {
            failure.begin(line.substring(0, line.length() - " FAILED".length()));
            seen++;
        } else if (line.endsWith(" failed") || line.contains(" failed,")) {
            if (line.contains(" completed, ")) {
                int failed = Words.countBefore(line, "failed");
                findings.count(Words.countBefore(line, "tests completed", "test completed"), failed, seen);
                seen = 0;
            }
        } else if (failure.isOpen()) {
            inside(line);
        }
    }

    @Override
    public void end() {
        failure.close();
    }

    private void inside(String line) {
        String text = line.strip();
        if (text.isEmpty() || Words.indent(line) == 0) {
            end();
        } else if (text.startsWith("at ")) {
            failure.at(own(JavaNames.frame(text)));
        } else if (!failure.hasReason()) {
            int at = text.lastIndexOf(" at ");
            Place place = at < 0 ? null : Place.parse(text.substring(at + 4));
            failure.at(place);
            failure.because(place == null ? text : text.substring(0, at));
        }
    }

    private @Nullable Place own(@Nullable Place frame) {
        int dot = frame == null ? -1 : frame.file().lastIndexOf('.');
        return frame != null && dot > 0 && failure.id().contains(frame.file().substring(0, dot)) ? frame : null;
    }
}
