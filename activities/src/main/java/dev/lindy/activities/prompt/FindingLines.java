package dev.lindy.activities.prompt;

import dev.lindy.activities.finding.FailedTest;
import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Findings as lines for an agent: failed tests, then findings of compilers and linters, then crashes. */
final class FindingLines {

    private static final int MAX_TESTS = 15;
    private static final int MAX_PROBLEMS = 20;
    private static final int MAX_CRASHES = 5;
    private static final int MAX_KNOWN = 10;
    private static final int MORE = 60;

    private final StringBuilder text = new StringBuilder();
    private final int room;

    /** @param room most characters, but for a line that tells what is missing */
    FindingLines(int room) {
        this.room = room;
    }

    FindingLines add(Findings findings) {
        section(findings.tests(), MAX_TESTS, "more failing tests", FindingLines::lines);
        List<Problem> problems = new ArrayList<>(findings.problems());
        problems.sort((one, other) -> one.severity().compareTo(other.severity()));
        section(problems, MAX_PROBLEMS, "more findings", Problem::text);
        section(findings.crashes(), MAX_CRASHES, "more crashes", crash -> crash);
        return this;
    }

    FindingLines known(List<String> known) {
        if (!known.isEmpty()) {
            line(text.isEmpty() ? "" : "\n");
            line("failed before this change as well, leave them as they are:\n");
            section(known, MAX_KNOWN, "more", line -> "- " + line);
        }
        return this;
    }

    String text() {
        return text.toString().strip();
    }

    private <T> void section(List<T> items, int max, String more, Function<T, String> form) {
        int shown = 0;
        if (!items.isEmpty() && text.length() > 0 && text.charAt(text.length() - 2) != ':') {
            line("\n");
        }
        for (T item : items) {
            if (shown >= max || !line(form.apply(item) + "\n")) {
                text.append("... and ")
                        .append(items.size() - shown)
                        .append(' ')
                        .append(more)
                        .append('\n');
                return;
            }
            shown++;
        }
    }

    private boolean line(String line) {
        boolean fits = text.length() + line.length() + MORE <= room;
        if (fits) {
            text.append(line);
        }
        return fits;
    }

    private static String lines(FailedTest test) {
        return test.id()
                + (test.reason().isEmpty() ? "" : "\n  " + test.reason())
                + (test.place() == null ? "" : "\n  at " + test.place().text());
    }
}
