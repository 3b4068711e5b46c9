package dev.lindy.activities.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.finding.FailedTest;
import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.output.ToolOutput;
import dev.lindy.run.Failures;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RulingTest {

    private static final GateVerdict REJECTED =
            new GateVerdict("unit", Verdict.REJECTED, true, "exit code 1", "tasks/1/1/gate-unit.txt");

    @Test
    void saysHowManyTestsFailedAndNamesTheFirst() {
        Ruling ruling = Ruling.rejected(REJECTED, tests(212, "PriceTest.roundsHalfUp", "b", "c"));

        assertThat(ruling.verdict().summary()).isEqualTo("3 of 212 tests failed, first: PriceTest.roundsHalfUp");
    }

    @Test
    void keepsTheLastWordsWhereNothingIsRecognized() {
        assertThat(Ruling.rejected(REJECTED, Findings.NONE).verdict()).isEqualTo(REJECTED);
    }

    @Test
    void namesTheFirstErrorOfACompiler() {
        Findings findings = ToolOutput.of("a.c:1:2: error: no\na.c:2:2: error: never\n", "");

        assertThat(Ruling.rejected(REJECTED, findings).verdict().summary()).isEqualTo("2 errors, first: a.c:1:2: no");
    }

    /** W-50: what failed before the agent began burns its attempts. */
    @Nested
    class W50 {

        @Test
        void excusesWhatFailedBefore() {
            Ruling ruling = Ruling.excused(REJECTED, tests(9, "b", "a"), Optional.of(tests(9, "a", "b", "c")));

            assertThat(ruling.verdict().verdict()).isEqualTo(Verdict.BASELINE);
            assertThat(ruling.verdict().summary())
                    .isEqualTo("fails on the base commit as well: 2 failures, none of them new: b, a");
            assertThat(ruling.verdict().failures()).isEqualTo(new Failures(0, 2, List.of(), List.of("b", "a")));
        }

        @Test
        void excusesFindingsInFilesThatWereNotTouched() {
            Findings before = ToolOutput.of("old.py:3:1: F401 `os` imported but unused\nFound 1 error.\n", "");

            assertThat(Ruling.excused(REJECTED, before, Optional.of(before))
                            .verdict()
                            .verdict())
                    .isEqualTo(Verdict.BASELINE);
        }

        @Test
        void blamesForANewFailureAlone() {
            Ruling ruling = Ruling.excused(REJECTED, tests(9, "old", "new"), Optional.of(tests(9, "old")));

            assertThat(ruling.verdict().verdict()).isEqualTo(Verdict.REJECTED);
            assertThat(ruling.verdict().summary())
                    .isEqualTo("1 of 9 tests failed, first: new; 1 more failed before too");
            assertThat(ruling.fresh().tests()).extracting(FailedTest::id).containsExactly("new");
            assertThat(ruling.known()).containsExactly("old");
        }

        @Test
        void blamesForACompileErrorWhereTestsRanBefore() {
            Findings now = ToolOutput.of("a.c:1:2: error: no\n", "");

            assertThat(Ruling.excused(REJECTED, now, Optional.of(tests(9, "old")))
                            .verdict()
                            .verdict())
                    .isEqualTo(Verdict.REJECTED);
        }

        @Test
        void blamesForWhatCannotBeReadWhereTheBaseCould() {
            Ruling ruling = Ruling.excused(REJECTED, Findings.NONE, Optional.of(tests(9, "old")));

            assertThat(ruling.verdict().verdict()).isEqualTo(Verdict.REJECTED);
            assertThat(ruling.verdict().summary()).isEqualTo("exit code 1, unlike on the base commit");
        }

        @Test
        void blamesForATimeOutWhereTheBaseHadNone() {
            Findings now = tests(9, "old").incomplete();

            assertThat(Ruling.excused(REJECTED, now, Optional.of(tests(9, "old")))
                            .verdict()
                            .verdict())
                    .isEqualTo(Verdict.REJECTED);
        }

        @Test
        void takesTheGateAsAWholeWhereTheBaseCannotBeRead() {
            Ruling ruling = Ruling.excused(REJECTED, Findings.NONE, Optional.empty());

            assertThat(ruling.verdict().verdict()).isEqualTo(Verdict.BASELINE);
            assertThat(ruling.verdict().summary()).isEqualTo("fails on the base commit as well: exit code 1");
        }
    }

    private static Findings tests(int run, String... ids) {
        List<FailedTest> tests =
                Stream.of(ids).map(id -> new FailedTest(id, "", null)).toList();
        return new Findings(tests, List.of(), List.of(), run, true);
    }
}
