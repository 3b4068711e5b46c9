package dev.lindy.activities.prompt;

import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.output.Plain;
import java.util.List;
import java.util.stream.Collectors;

/** Turns what a gate found into what an agent needs to know: the most useful first, within bounds. */
public final class Feedback {

    /** Most characters of output that are looked at. */
    public static final int MAX_READ = 400_000;
    /** Most characters of one line. */
    public static final int MAX_LINE = 400;

    private static final String GENERIC_HINT = "Find out what went wrong, and mend it.";
    private static final String TESTS_HINT = "Run the failing tests by these ids, and mend the code until they pass.";
    private static final String PROBLEMS_HINT = "Mend each finding in the code; do not silence the rule.";
    private static final int FRAME = 200;
    private static final int LAST_LINES = 6;

    private Feedback() {}

    /** Markdown of about {@code max} characters at most. */
    public static String of(GateEvidence gate, int max) {
        String said = gate.summary().isBlank() ? "" : Excerpt.line(gate.summary(), MAX_LINE) + "\n\n";
        int room = Math.max(FRAME, max - said.length() - FRAME);
        Findings findings = gate.findings();
        if (!findings.tests().isEmpty() || !findings.problems().isEmpty()) {
            String end = findings.tests().isEmpty() ? end(gate.output(), room / 4) : "";
            FindingLines lines =
                    new FindingLines(room - end.length()).add(findings).known(gate.known());
            return said + Fence.around(lines.text() + end) + "\n\n" + hint(findings);
        }
        String text = plain(gate.output());
        if (text.isEmpty()) {
            return said + "It printed nothing. " + GENERIC_HINT;
        }
        String crashes = new FindingLines(room / 2).add(findings).text();
        String shown = crashes.isEmpty() ? "" : crashes + "\n\n";
        return said + Fence.around(shown + Excerpt.of(text, room - shown.length())) + "\n\n" + GENERIC_HINT;
    }

    /** The last lines: a tool that nobody knows may have failed after one that printed findings. */
    private static String end(String output, int max) {
        List<String> lines = plain(output).lines().toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return last.isEmpty() || last.length() > max ? "" : "\n\nthe end of its output:\n" + last;
    }

    private static String hint(Findings findings) {
        if (findings.tests().isEmpty()) {
            return PROBLEMS_HINT;
        }
        return findings.blocking().isEmpty() ? TESTS_HINT : TESTS_HINT + " " + PROBLEMS_HINT;
    }

    private static String plain(String output) {
        return Excerpt.of(output, MAX_READ)
                .lines()
                .map(Plain::of)
                .map(Feedback::cut)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String cut(String line) {
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…";
    }
}
