package dev.lindy.activities.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void knowsATestByItsWholeId() {
        Comparison compared = Comparison.of(tests("a.py::test_x[1]"), tests("a.py::test_x[1]", "a.py::test_x[2]"));

        assertThat(compared.known()).containsExactly("a.py::test_x[1]");
        assertThat(compared.fresh().tests()).extracting(FailedTest::id).containsExactly("a.py::test_x[2]");
        assertThat(compared.isNothingNew()).isFalse();
    }

    @Test
    void findsNothingNewWhereLinesMoved() {
        Comparison compared = Comparison.of(problems(problem(3, "no")), problems(problem(9, "no")));

        assertThat(compared.isNothingNew()).isTrue();
    }

    @Test
    void findsTheSecondOfAKindWhereThereWasOne() {
        Comparison compared = Comparison.of(problems(problem(3, "no")), problems(problem(3, "no"), problem(9, "no")));

        assertThat(compared.fresh().problems()).containsExactly(problem(9, "no"));
    }

    @Test
    void leavesWarningsAloneBesideAFailure() {
        Problem warning = new Problem(Problem.Severity.WARNING, new Place("b.c", 1, 1), "", "unused");
        Findings now = new Findings(tests("old").tests(), List.of(warning), List.of(), 3, true);

        assertThat(Comparison.of(tests("old"), now).isNothingNew()).isTrue();
    }

    @Test
    void countsWarningsWhereTheyAreAllThereIs() {
        Problem warning = new Problem(Problem.Severity.WARNING, new Place("b.c", 1, 1), "", "unused");

        assertThat(Comparison.of(tests("old"), problems(warning)).fresh().problems())
                .containsExactly(warning);
    }

    @Test
    void findsMoreThanWasSeenNew() {
        Findings now = tests("old").incomplete();

        assertThat(Comparison.of(tests("old"), now).isNothingNew()).isFalse();
    }

    private static Findings tests(String... ids) {
        List<FailedTest> tests =
                Arrays.stream(ids).map(id -> new FailedTest(id, "", null)).toList();
        return new Findings(tests, List.of(), List.of(), 0, true);
    }

    private static Findings problems(Problem... problems) {
        return new Findings(List.of(), List.of(problems), List.of(), 0, true);
    }

    private static Problem problem(int line, String message) {
        return new Problem(Problem.Severity.ERROR, new Place("a.c", line, 1), "R1", message);
    }
}
