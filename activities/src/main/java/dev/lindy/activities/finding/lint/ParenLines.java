package dev.lindy.activities.finding.lint;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Problem.Severity;

/** {@code file(line,column): error CODE: message} and the pretty {@code file:1:2 - error TS1: message} of tsc and msbuild. */
public final class ParenLines implements LineReader {

    private final FindingsBuilder findings;

    public ParenLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        for (Severity severity : Severity.values()) {
            String word = severity == Severity.ERROR ? "error " : "warning ";
            int paren = line.indexOf("): " + word);
            if (paren > 0) {
                place(severity, line.substring(0, paren + 1), line.substring(paren + 3 + word.length()));
                return;
            }
            int dash = line.indexOf(" - " + word + "TS");
            Place place = dash > 0 ? Place.parse(line.substring(0, dash)) : null;
            if (place != null) {
                problem(severity, place, line.substring(dash + 3 + word.length()));
                return;
            }
        }
    }

    private void place(Severity severity, String where, String message) {
        int open = where.lastIndexOf('(');
        int comma = where.indexOf(',', Math.max(open, 0));
        int close = where.length() - 1;
        int line = open <= 0 ? -1 : Place.number(where, open + 1, comma < 0 ? close : comma);
        if (line >= 0) {
            int column = comma < 0 ? 0 : Math.max(0, Place.number(where, comma + 1, close));
            problem(severity, new Place(where.substring(0, open).strip(), line, column), message);
        }
    }

    private void problem(Severity severity, Place place, String message) {
        String code = Rules.code(message);
        String rest = code.isEmpty() ? message : message.substring(code.length());
        String text = rest.startsWith(":") ? rest.substring(1).strip() : rest;
        int project = text.endsWith("proj]") ? text.lastIndexOf(" [") : -1;
        findings.problem(severity, place, code, project < 0 ? text : text.substring(0, project));
    }
}
