package dev.lindy.activities.finding.lint;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Problem.Severity;
import org.jspecify.annotations.Nullable;

/** A heading, then {@code  --> file:line:column}: rustc, clippy and ruff's full format. */
public final class ArrowLines implements LineReader {

    private final FindingsBuilder findings;
    private @Nullable Heading heading;

    /** What stands before the place. */
    private record Heading(Severity severity, String rule, String message) {}

    public ArrowLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        String text = line.strip();
        if (text.startsWith("--> ")) {
            Heading known = heading;
            Place place = Place.parse(text.substring(4));
            if (known != null && place != null) {
                findings.problem(known.severity(), place, known.rule(), known.message());
            }
            heading = null;
        } else if (!text.isEmpty()) {
            heading = line.charAt(0) > ' ' ? heading(line) : null;
        }
    }

    private static @Nullable Heading heading(String line) {
        for (Severity severity : Severity.values()) {
            String word = severity == Severity.ERROR ? "error" : "warning";
            int colon = line.startsWith(word) ? line.indexOf(": ") : -1;
            if (colon > 0 && (colon == word.length() || line.charAt(word.length()) == '[')) {
                String rule = colon == word.length() ? "" : line.substring(word.length() + 1, colon - 1);
                return new Heading(severity, rule, line.substring(colon + 2));
            }
        }
        String code = Rules.code(line);
        return code.isEmpty()
                ? null
                : new Heading(
                        Severity.ERROR, code, line.substring(code.length()).strip());
    }
}
