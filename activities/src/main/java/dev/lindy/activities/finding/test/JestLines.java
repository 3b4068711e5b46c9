package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jest: {@code FAIL a.test.js}, then {@code ● suite › test} with its error. */
public final class JestLines implements LineReader {

    private static final String BULLET = "  ● ";

    private final FindingsBuilder findings;
    private final Set<String> seen = new HashSet<>();
    private String file = "";
    private final OpenFailure failure;

    public JestLines(FindingsBuilder findings) {
        this.findings = findings;
        failure = new OpenFailure(findings);
    }

    @Override
    public void read(String line) {
        if (line.startsWith("FAIL ") && line.length() > 5 && line.charAt(5) > ' ') {
            end();
            int blank = line.indexOf(" (", 5);
            file = line.substring(5, blank < 0 ? line.length() : blank).strip();
        } else if (line.startsWith("PASS ")) {
            end();
            file = "";
        } else if (!file.isEmpty() && line.startsWith(BULLET)) {
            end();
            begin(line.substring(BULLET.length()).strip());
        } else if (line.startsWith("Tests: ")) {
            end();
            String counts = line.substring("Tests: ".length());
            int failed = Words.countBefore(counts, "failed");
            findings.count(failed + Words.countBefore(counts, "passed"), failed, seen.size());
        } else if (failure.isOpen()) {
            inside(line.strip());
        }
    }

    @Override
    public void end() {
        failure.close();
    }

    private void begin(String title) {
        if (title.equals("Test suite failed to run")) {
            failure.begin(file);
        } else if (title.contains(" › ") || !title.startsWith("Console")) {
            failure.begin(file + " › " + title);
            seen.add(failure.id());
        }
    }

    private void inside(String text) {
        if (text.startsWith("at ")) {
            Place frame = frame(text);
            failure.at(frame != null && !frame.file().contains("node_modules/") ? frame : null);
        } else if (!failure.hasReason()) {
            failure.because(text);
        } else if (failure.reason().startsWith("expect(")
                && (text.startsWith("Expected") || text.startsWith("Received"))) {
            failure.because(failure.reason() + ", " + text);
        }
    }

    /** {@code at Object.toBe (a.test.js:3:58)} or {@code at a.test.js:3:58}. */
    static @Nullable Place frame(String text) {
        int open = text.endsWith(")") ? text.lastIndexOf('(') : -1;
        return Place.parse(open < 0 ? text.substring(3) : text.substring(open + 1, text.length() - 1));
    }
}
