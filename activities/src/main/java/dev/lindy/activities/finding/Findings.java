package dev.lindy.activities.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What a tool says is wrong.
 *
 * @param tests failed ones, each id once
 * @param problems of compilers and linters
 * @param crashes error and place of programs that ended by one, a line each
 * @param run number of tests that were run, or 0 where it is not told
 * @param complete whether nothing is known to be missing in {@code tests} and {@code problems}
 */
public record Findings(
        List<FailedTest> tests, List<Problem> problems, List<String> crashes, int run, boolean complete) {

    /** Nothing was recognized. */
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of(), 0, true);

    public Findings {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
        crashes = List.copyOf(crashes);
    }

    /** Whether it can be told one by one what is wrong. */
    @JsonIgnore
    public boolean isReadable() {
        return complete && !(tests.isEmpty() && problems.isEmpty());
    }

    /** The problems that make a tool fail: errors, or warnings where they are all there is. */
    @JsonIgnore
    public List<Problem> blocking() {
        List<Problem> errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        return errors.isEmpty() && tests.isEmpty() ? problems : errors;
    }

    /** The same, not to be compared one by one. */
    public Findings incomplete() {
        return new Findings(tests, problems, crashes, run, false);
    }
}
