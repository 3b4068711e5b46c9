package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;
import org.jspecify.annotations.Nullable;

/** Elixir's ExUnit: {@code 1) test rounds half up (PriceTest)}. */
public final class ExUnitLines implements LineReader {

    private final FindingsBuilder findings;
    private String id = "";
    private String reason = "";
    private @Nullable Place place;
    private int seen;

    public ExUnitLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        String text = line.strip();
        int paren = text.indexOf(") test ");
        if (paren > 0 && text.endsWith(")") && Words.indent(line) == 2 && Place.number(text, 0, paren) > 0) {
            end();
            id = text.substring(paren + 2);
            seen++;
        } else if (line.contains(" test") && line.contains(" failure") && Words.indent(line) == 0 && seen > 0) {
            end();
            findings.count(Words.countBefore(line, "test"), Words.countBefore(line, "failure"), seen);
        } else if (!id.isEmpty()) {
            inside(text);
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
        if (place == null) {
            place = Place.parse(text);
        } else if (reason.isEmpty()) {
            reason = text;
        } else if (text.startsWith("left: ") || text.startsWith("right: ")) {
            reason += ", " + text;
        }
    }
}
