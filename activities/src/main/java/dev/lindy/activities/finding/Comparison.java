package dev.lindy.activities.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What fails now, told apart by what failed before.
 *
 * @param fresh did not fail before
 * @param known failed before as well, a line each
 */
public record Comparison(Findings fresh, List<String> known) {

    public Comparison {
        known = List.copyOf(known);
    }

    /** Tests are told apart by their ids, problems by file, rule and message: lines move with every change. */
    public static Comparison of(Findings before, Findings now) {
        List<String> known = new ArrayList<>();
        List<FailedTest> tests = new ArrayList<>();
        Set<String> failedBefore = new HashSet<>();
        before.tests().forEach(test -> failedBefore.add(test.id()));
        for (FailedTest test : now.tests()) {
            if (failedBefore.contains(test.id())) {
                known.add(test.id());
            } else {
                tests.add(test);
            }
        }
        List<Problem> problems = new ArrayList<>();
        Map<String, Integer> left = new HashMap<>();
        before.problems().forEach(problem -> left.merge(key(problem), 1, Integer::sum));
        for (Problem problem : now.blocking()) {
            if (left.merge(key(problem), -1, Integer::sum) >= 0) {
                known.add(problem.text());
            } else {
                problems.add(problem);
            }
        }
        return new Comparison(new Findings(tests, problems, now.crashes(), now.run(), now.complete()), known);
    }

    /** Whether everything that fails now failed before, as far as can be told. */
    public boolean isNothingNew() {
        return fresh.complete() && fresh.tests().isEmpty() && fresh.problems().isEmpty() && !known.isEmpty();
    }

    private static String key(Problem problem) {
        return problem.place().file() + '\n' + problem.rule() + '\n' + problem.message();
    }
}
