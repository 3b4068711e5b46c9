package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;

/** Mocha's numbered failures at the end of its output. */
public final class MochaLines implements LineReader {

    private final FindingsBuilder findings;
    private boolean failures;
    private boolean titled;
    private int passing;
    private int failing;
    private int seen;
    private final OpenFailure failure;

    public MochaLines(FindingsBuilder findings) {
        this.findings = findings;
        failure = new OpenFailure(findings);
    }

    @Override
    public void read(String line) {
        String text = line.strip();
        int indent = Words.indent(line);
        if (indent == 2 && text.endsWith(" failing") && Character.isDigit(text.charAt(0))) {
            failures = true;
            failing = Words.countBefore(text, "failing");
        } else if (indent == 2 && text.contains(" passing") && Character.isDigit(text.charAt(0))) {
            passing = Words.countBefore(text, "passing");
        } else if (failures && indent == 2 && number(text) > 0) {
            report();
            title(text.substring(text.indexOf(')') + 1).strip());
        } else if (failure.isOpen()) {
            inside(text);
        }
    }

    @Override
    public void end() {
        report();
        if (failures) {
            findings.count(passing + failing, failing, seen);
        }
    }

    private void report() {
        seen += failure.isOpen() ? 1 : 0;
        failure.close();
        titled = false;
    }

    private void inside(String text) {
        if (text.startsWith("at ")) {
            Place frame = JestLines.frame(text);
            boolean own = frame != null
                    && !frame.file().startsWith("node:")
                    && !frame.file().contains("node_modules/");
            failure.at(own ? frame : null);
        } else if (!titled && !text.isEmpty()) {
            title(text);
        } else if (!failure.hasReason()) {
            failure.because(text);
        }
    }

    /** Suites and the test below each other; the last ends in a colon. */
    private void title(String part) {
        titled = part.endsWith(":");
        String name = titled ? part.substring(0, part.length() - 1) : part;
        failure.rename(failure.isOpen() ? failure.id() + " › " + name : name);
    }

    private static int number(String text) {
        return Place.number(text, 0, Math.max(0, text.indexOf(')')));
    }
}
