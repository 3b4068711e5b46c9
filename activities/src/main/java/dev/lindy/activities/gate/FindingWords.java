package dev.lindy.activities.gate;

import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.Problem;
import java.util.List;

/** Findings in one line: {@code 3 of 212 tests failed, first: PriceTest.roundsHalfUp}. */
final class FindingWords {

    private static final int MAX_NAME = 150;

    private FindingWords() {}

    /** Nothing where there are no findings. */
    static String of(Findings findings) {
        List<Problem> problems = findings.blocking();
        if (findings.tests().isEmpty()) {
            return problems.isEmpty()
                    ? ""
                    : problems(problems) + ", first: " + cut(problems.get(0).text(), MAX_NAME);
        }
        int failed = findings.tests().size();
        String tests =
                findings.run() > failed ? failed + " of " + count(findings.run(), "test") : count(failed, "test");
        String more = problems.isEmpty() ? "" : "; " + problems(problems);
        return tests + " failed, first: " + cut(findings.tests().get(0).id(), MAX_NAME) + more;
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** At most so many characters. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isLowSurrogate(text.charAt(max - 1)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }

    private static String problems(List<Problem> problems) {
        boolean errors = problems.get(0).severity() == Problem.Severity.ERROR;
        return count(problems.size(), errors ? "error" : "warning");
    }
}
