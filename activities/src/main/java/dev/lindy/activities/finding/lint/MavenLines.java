package dev.lindy.activities.finding.lint;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Problem.Severity;

/** {@code [ERROR] /w/A.java:[12,5] message}: compilers and linters inside of Maven. */
public final class MavenLines implements LineReader {

    private final FindingsBuilder findings;

    public MavenLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        if (line.startsWith("[ERROR] ")) {
            finding(Severity.ERROR, line.substring("[ERROR] ".length()));
        } else if (line.startsWith("[WARNING] ")) {
            finding(Severity.WARNING, line.substring("[WARNING] ".length()));
        }
    }

    private void finding(Severity severity, String text) {
        int open = text.indexOf(":[");
        int close = open < 0 ? -1 : text.indexOf(']', open);
        if (close < 0) {
            return;
        }
        int comma = text.indexOf(',', open);
        int lineEnd = comma < 0 || comma > close ? close : comma;
        int line = Place.number(text, open + 2, lineEnd);
        if (line >= 0) {
            int column = lineEnd == close ? 0 : Math.max(0, Place.number(text, lineEnd + 1, close));
            Place place = new Place(text.substring(0, open), line, column);
            findings.problem(severity, place, "", text.substring(close + 1).strip());
        }
    }
}
