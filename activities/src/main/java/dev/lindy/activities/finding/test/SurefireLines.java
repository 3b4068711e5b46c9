package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Words;

/** Surefire and failsafe in Maven's output: details where they are printed, else the list of results. */
public final class SurefireLines implements LineReader {

    private final FindingsBuilder findings;
    private final SurefireDetails details = new SurefireDetails();
    private final SurefireResults results = new SurefireResults();

    public SurefireLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        int counts = line.startsWith("[") ? line.indexOf("Tests run: ") : -1;
        if (counts > 0 && line.contains("Failures: ") && !line.contains("Time elapsed")) {
            ended(line);
        } else {
            details.read(line);
            results.read(line);
        }
    }

    @Override
    public void end() {
        report(Integer.MAX_VALUE);
    }

    /** The last line of a module's tests. */
    private void ended(String line) {
        int failed = Words.countAfter(line, "Failures: ") + Words.countAfter(line, "Errors: ");
        findings.count(Words.countAfter(line, "Tests run: "), failed, report(failed));
    }

    private int report(int expected) {
        details.end();
        results.end();
        int seen = details.report(findings);
        if (seen < expected) {
            seen += results.report(findings, details);
        }
        details.forget();
        results.forget();
        return seen;
    }
}
