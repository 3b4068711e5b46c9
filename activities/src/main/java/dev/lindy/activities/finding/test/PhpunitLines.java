package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;

/** PHPUnit's numbered failures and errors. */
public final class PhpunitLines implements LineReader {

    private final FindingsBuilder findings;
    private final OpenFailure failure;
    private int seen;

    public PhpunitLines(FindingsBuilder findings) {
        this.findings = findings;
        failure = new OpenFailure(findings);
    }

    @Override
    public void read(String line) {
        int paren = line.indexOf(") ");
        boolean heading = paren > 0 && Place.number(line, 0, paren) > 0 && line.indexOf("::", paren) > 0;
        if (heading) {
            failure.begin(line.substring(paren + 2).strip());
            seen++;
        } else if (line.startsWith("Tests: ") && line.contains(", Assertions: ")) {
            end();
            int failed = Words.countAfter(line, "Failures: ") + Words.countAfter(line, "Errors: ");
            findings.count(Words.countAfter(line, "Tests: "), failed, seen);
        } else if (failure.isOpen()) {
            inside(line.strip());
        }
    }

    @Override
    public void end() {
        failure.close();
    }

    private void inside(String text) {
        if (!failure.hasReason()) {
            failure.because(text);
        } else if (!failure.hasPlace()) {
            Place found = text.indexOf(' ') < 0 ? Place.parse(text) : null;
            failure.at(found != null && found.file().endsWith(".php") ? found : null);
        }
    }
}
