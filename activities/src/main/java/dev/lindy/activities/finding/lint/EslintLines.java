package dev.lindy.activities.finding.lint;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Problem.Severity;
import dev.lindy.activities.finding.Words;

/** ESLint's stylish format, also of stylelint: a line with the file, then its findings. */
public final class EslintLines implements LineReader {

    private final FindingsBuilder findings;
    private String file = "";
    private int seen;

    public EslintLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        if (line.startsWith("✖ ") && line.contains(" problem")) {
            findings.count(0, Words.countBefore(line.substring(2), "problem"), seen);
        } else if (!line.isEmpty() && line.charAt(0) > ' ') {
            file = line.indexOf('.') > 0 && line.indexOf(": ") < 0 ? line.strip() : "";
        } else if (!file.isEmpty() && line.startsWith(" ")) {
            finding(line.strip());
        }
    }

    /** {@code 12:5  error  'x' is not defined  no-undef}. */
    private void finding(String text) {
        int blank = text.indexOf(' ');
        Place place = blank < 0 ? null : Place.parse(file + ":" + text.substring(0, blank));
        String rest = blank < 0 ? "" : text.substring(blank).strip();
        boolean error = rest.startsWith("error ");
        if (place == null || place.column() == 0 || (!error && !rest.startsWith("warning "))) {
            return;
        }
        String message = rest.substring(rest.indexOf(' ')).strip();
        int gap = message.lastIndexOf("  ");
        findings.problem(
                error ? Severity.ERROR : Severity.WARNING,
                place,
                gap < 0 ? "" : message.substring(gap + 2),
                gap < 0 ? message : message.substring(0, gap));
        seen++;
    }
}
