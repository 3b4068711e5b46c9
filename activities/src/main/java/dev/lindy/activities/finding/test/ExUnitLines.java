package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;

/** Elixir's ExUnit: {@code 1) test rounds half up (PriceTest)}. */
public final class ExUnitLines implements LineReader {

    private final FindingsBuilder findings;
    private final OpenFailure failure;
    private int seen;

    public ExUnitLines(FindingsBuilder findings) {
        this.findings = findings;
        failure = new OpenFailure(findings);
    }

    @Override
    public void read(String line) {
        String text = line.strip();
        int paren = text.indexOf(") test ");
        if (paren > 0 && text.endsWith(")") && Words.indent(line) == 2 && Place.number(text, 0, paren) > 0) {
            failure.begin(text.substring(paren + 2));
            seen++;
        } else if (line.contains(" test") && line.contains(" failure") && Words.indent(line) == 0 && seen > 0) {
            end();
            findings.count(Words.countBefore(line, "test"), Words.countBefore(line, "failure"), seen);
        } else if (failure.isOpen()) {
            inside(text);
        }
    }

    @Override
    public void end() {
        failure.close();
    }

    private void inside(String text) {
        if (!failure.hasPlace()) {
            failure.at(Place.parse(text));
        } else if (!failure.hasReason()) {
            failure.because(text);
        } else if (text.startsWith("left: ") || text.startsWith("right: ")) {
            failure.because(failure.reason() + ", " + text);
        }
    }
}
