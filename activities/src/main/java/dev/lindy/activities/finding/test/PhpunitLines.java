package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;
import org.jspecify.annotations.Nullable;

/** PHPUnit's numbered failures and errors. */
public final class PhpunitLines implements LineReader {

    private final FindingsBuilder findings;
    private String id = "";
    private String reason = "";
    private @Nullable Place place;
    private int seen;

    public PhpunitLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        int paren = line.indexOf(") ");
        boolean heading = paren > 0 && Place.number(line, 0, paren) > 0 && line.indexOf("::", paren) > 0;
        if (heading) {
            end();
            id = line.substring(paren + 2).strip();
            seen++;
        } else if (line.startsWith("Tests: ") && line.contains(", Assertions: ")) {
            end();
            int failed = Words.countAfter(line, "Failures: ") + Words.countAfter(line, "Errors: ");
            findings.count(Words.countAfter(line, "Tests: "), failed, seen);
        } else if (!id.isEmpty()) {
            inside(line.strip());
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

    private void inside(String text) {
        if (reason.isEmpty()) {
            reason = text;
        } else if (place == null) {
            Place found = text.indexOf(' ') < 0 ? Place.parse(text) : null;
            place = found != null && found.file().endsWith(".php") ? found : null;
        }
    }
}
