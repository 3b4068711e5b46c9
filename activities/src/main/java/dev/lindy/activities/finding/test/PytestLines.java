package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pytest, from {@code -q} to {@code -v}, also through xdist: ids stay whole. */
public final class PytestLines implements LineReader {

    private final FindingsBuilder findings;
    private final PytestSections sections = new PytestSections();
    /** Failures and errors of tests with their reason; a test may have both. */
    private final Map<String, String> entries = new LinkedHashMap<>();

    public PytestLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        if (summary(line) || progress(line) || counts(line)) {
            return;
        }
        sections.read(line);
    }

    @Override
    public void end() {
        entries.forEach((entry, reason) -> {
            String id = entry.substring(entry.indexOf(' ') + 1);
            PytestSections.Section section = sections.of(id);
            findings.failed(id, section.reason().isEmpty() ? reason : section.reason(), section.place());
        });
    }

    /** {@code FAILED tests/test_a.py::test_b - reason}, with {@code [gw0] [ 10%]} before it under xdist. */
    private boolean summary(String line) {
        String text =
                line.startsWith("[gw") && line.indexOf("%] ") > 0 ? line.substring(line.indexOf("%] ") + 3) : line;
        boolean failed = text.startsWith("FAILED ");
        if (!failed && !text.startsWith("ERROR ")) {
            return false;
        }
        String rest = text.substring(failed ? 7 : 6);
        int end = idEnd(rest);
        String id = rest.substring(0, end).strip();
        if (!isId(id)) {
            return false;
        }
        String reason = rest.substring(end);
        entry(failed, id, reason.startsWith(" - ") ? reason.substring(3) : "");
        return true;
    }

    /** Parameters may have anything in them, also what separates id and reason. */
    private static int idEnd(String text) {
        int dash = text.indexOf(" - ");
        int bracket = text.indexOf('[');
        if (dash < 0) {
            return text.length();
        }
        if (bracket < 0 || bracket > dash) {
            return dash;
        }
        int closed = text.indexOf("] - ", bracket);
        return closed >= 0 ? closed + 1 : text.endsWith("]") ? text.length() : dash;
    }

    private static boolean isId(String id) {
        return id.contains(".py::") || (id.endsWith(".py") && id.indexOf(' ') < 0) || id.contains(".rst::");
    }

    /** {@code tests/test_a.py::test_b FAILED   [ 28%]}. */
    private boolean progress(String line) {
        int test = line.indexOf("::");
        if (test <= 0) {
            return false;
        }
        String text = line.stripTrailing();
        int percent = text.endsWith("%]") ? text.lastIndexOf('[') : -1;
        text = percent > 0 ? text.substring(0, percent).stripTrailing() : text;
        boolean failed = text.endsWith(" FAILED");
        if (!failed && !text.endsWith(" ERROR")) {
            return false;
        }
        String id = text.substring(0, text.lastIndexOf(' ')).strip();
        if (isId(id)) {
            entry(failed, id, "");
        }
        return true;
    }

    private void entry(boolean failed, String id, String reason) {
        entries.merge((failed ? "F " : "E ") + id, reason, (before, now) -> before.isEmpty() ? now : before);
    }

    /** {@code === 3 failed, 3 passed, 1 error in 0.04s ===}. */
    private boolean counts(String line) {
        int time = line.lastIndexOf(" in ");
        if (time < 0 || line.indexOf("s", time) < 0 || line.length() > 300) {
            return false;
        }
        String text = Words.trim(line, '=');
        if (text.isEmpty() || !Character.isDigit(text.charAt(0)) || text.lastIndexOf(" in ") < 0) {
            return false;
        }
        String counts = text.substring(0, text.lastIndexOf(" in "));
        int failed = Words.countBefore(counts, "failed", "error");
        int others = Words.countBefore(counts, "passed", "xfailed", "xpassed");
        if (failed + others == 0) {
            return false;
        }
        findings.count(failed + others, failed, entries.size());
        return true;
    }
}
