package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Words;

/** Python's unittest, and what is built on it. */
public final class UnittestLines implements LineReader {

    private final FindingsBuilder findings;
    private boolean ruled;
    private boolean traced;
    private final OpenFailure failure;
    private int seen;
    private int ran;

    public UnittestLines(FindingsBuilder findings) {
        this.findings = findings;
        failure = new OpenFailure(findings);
    }

    @Override
    public void read(String line) {
        if (ruled && (line.startsWith("FAIL: ") || line.startsWith("ERROR: "))) {
            end();
            failure.begin(id(line.substring(line.indexOf(' ') + 1)));
            seen++;
        } else if (line.startsWith("Ran ") && line.contains(" test")) {
            end();
            ran = Words.countAfter(line, "Ran ");
        } else if (line.startsWith("FAILED (") && line.endsWith(")")) {
            int failed = Words.countAfter(line, "failures=") + Words.countAfter(line, "errors=");
            findings.count(Math.max(ran, failed), failed, seen);
        } else if (failure.isOpen()) {
            inside(line);
        }
        ruled = line.startsWith("==========") && Words.trim(line, '=').isEmpty();
    }

    @Override
    public void end() {
        failure.close();
        traced = false;
    }

    private void inside(String line) {
        if (line.startsWith("Traceback ")) {
            traced = true;
        } else if (traced && !failure.hasPlace() && line.startsWith("  File \"")) {
            failure.at(PythonFrame.place(line));
        } else if (traced && !failure.hasReason() && !line.isBlank() && Words.indent(line) == 0) {
            failure.because(line);
        }
    }

    /** {@code test_a (module.Class.test_a) (value=1)} or, up to 3.10, {@code test_a (module.Class)}. */
    private static String id(String heading) {
        int open = heading.indexOf(" (");
        int close = open < 0 ? -1 : heading.indexOf(')', open);
        if (close < 0) {
            return heading.strip();
        }
        String name = heading.substring(0, open);
        String path = heading.substring(open + 2, close);
        String whole = path.endsWith("." + name) ? path : path + "." + name;
        return whole + heading.substring(close + 1).stripTrailing();
    }
}
