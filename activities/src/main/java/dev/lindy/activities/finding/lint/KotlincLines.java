package dev.lindy.activities.finding.lint;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Problem.Severity;
import org.jspecify.annotations.Nullable;

/** {@code e: file:///w/A.kt:3:5 message} and the older {@code e: /w/A.kt: (3, 5): message}. */
public final class KotlincLines implements LineReader {

    private static final String SCHEME = "file://";

    private final FindingsBuilder findings;

    public KotlincLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        if (line.startsWith("e: ") || line.startsWith("w: ")) {
            Severity severity = line.startsWith("e") ? Severity.ERROR : Severity.WARNING;
            String text = line.substring(3);
            if (text.startsWith(SCHEME)) {
                modern(severity, text.substring(SCHEME.length()));
            } else {
                older(severity, text);
            }
        }
    }

    private void modern(Severity severity, String text) {
        int blank = text.indexOf(' ');
        Place place = blank < 0 ? null : Place.parse(text.substring(0, blank));
        problem(severity, place, text.substring(blank + 1));
    }

    private void older(Severity severity, String text) {
        int open = text.indexOf(": (");
        int close = open < 0 ? -1 : text.indexOf("): ", open);
        if (close > 0) {
            String numbers = text.substring(open + 3, close).replace(", ", ":");
            problem(severity, Place.parse(text.substring(0, open) + ":" + numbers), text.substring(close + 3));
        }
    }

    private void problem(Severity severity, @Nullable Place place, String message) {
        if (place != null) {
            findings.problem(severity, place, "", message);
        }
    }
}
