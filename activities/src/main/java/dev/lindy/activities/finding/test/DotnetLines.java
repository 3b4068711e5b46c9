package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;
import org.jspecify.annotations.Nullable;

/** {@code dotnet test}. */
public final class DotnetLines implements LineReader {

    private final FindingsBuilder findings;
    private final OpenFailure failure;
    private boolean message;
    private int seen;

    public DotnetLines(FindingsBuilder findings) {
        this.findings = findings;
        failure = new OpenFailure(findings);
    }

    @Override
    public void read(String line) {
        int time = line.startsWith("  Failed ") && line.endsWith("]") ? line.lastIndexOf(" [") : -1;
        if (time > 0) {
            end();
            failure.begin(line.substring("  Failed ".length(), time));
            seen++;
        } else if (line.startsWith("Failed!") || line.startsWith("Passed!")) {
            end();
            findings.count(Words.countAfter(line, "Total:"), Words.countAfter(line, "Failed:"), seen);
            seen = 0;
        } else if (failure.isOpen()) {
            inside(line.strip());
        }
    }

    @Override
    public void end() {
        failure.close();
        message = false;
    }

    private void inside(String text) {
        if (text.equals("Error Message:") || text.equals("Stack Trace:")) {
            message = text.startsWith("Error");
        } else if (message && !text.isEmpty() && failure.reason().length() < FindingsBuilder.MAX_TEXT) {
            failure.because(failure.hasReason() ? failure.reason() + " " + text : text);
        } else if (text.startsWith("at ")) {
            failure.at(frame(text));
        }
    }

    /** {@code at Shop.PriceTest.Rounds() in /w/PriceTest.cs:line 12}. */
    private static @Nullable Place frame(String text) {
        int in = text.indexOf(" in ");
        int line = in < 0 ? -1 : text.indexOf(":line ", in);
        return line < 0
                ? null
                : Place.parse(text.substring(in + 4, line) + ":"
                        + text.substring(line + 6).strip());
    }
}
