package dev.lindy.activities.finding.lint;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Words;

/** The top of a stack: how a program of Python, Java, JavaScript, Go or Rust crashed, and where. */
public final class CrashLines implements LineReader {

    private final FindingsBuilder findings;
    private String error = "";
    private String frame = "";
    private boolean python;

    public CrashLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        if (line.startsWith("Traceback (most recent call last)")) {
            end();
            python = true;
        } else if (python) {
            python(line);
        } else if (isFrame(line) && !error.isEmpty()) {
            frame = frame.isEmpty() ? line.strip() : frame;
            end();
        } else if (isError(line)) {
            end();
            error = line.strip();
        }
    }

    @Override
    public void end() {
        if (!error.isEmpty() && !frame.isEmpty()) {
            findings.crash(error + " (" + frame + ")");
        }
        error = "";
        frame = "";
        python = false;
    }

    private void python(String line) {
        if (line.startsWith("  File \"")) {
            frame = line.strip();
        } else if (!line.isBlank() && Words.indent(line) == 0) {
            error = line;
            end();
        }
    }

    /** {@code at a.b(C.java:3)}, or a file of Go after its function. */
    private static boolean isFrame(String line) {
        return line.startsWith("\tat ")
                || line.startsWith("    at ")
                || (line.startsWith("\t/") && line.contains(".go:") && !line.contains("/go/src/"));
    }

    private static boolean isError(String line) {
        if (line.isEmpty() || line.charAt(0) <= ' ' || line.startsWith("[")) {
            return false;
        }
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon);
        return line.startsWith("Exception in thread ")
                || line.startsWith("panic: ")
                || (name.endsWith("Error") && name.indexOf(' ') < 0)
                || (name.endsWith("Exception") && name.indexOf(' ') < 0);
    }
}
