package dev.lindy.activities.gate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private final Question review = new Question.Review("");
    private final Question score = new Question.Score(80);

    @Test
    void readsAVerdictWithItsFindings() {
        Optional<Opinion> opinion = review.read("""
                {"verdict": "fail", "reason": "cold\\nand short",
                 "findings": [{"file": "a.txt", "line": 3, "message": "no name"},
                              {"file": "b.txt", "line": 0, "message": "empty"},
                              {"file": "", "line": 0, "message": "no test"}]}""", "");

        assertThat(opinion)
                .contains(new Opinion(false, "cold and short", List.of("a.txt:3: no name", "b.txt: empty", "no test")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "true",
                "\"pass\"",
                "{",
                "{}",
                "{\"verdict\": \"pass\"}",
                "{\"verdict\": \"PASSED\", \"reason\": \"\", \"findings\": []}",
                "{\"verdict\": true, \"reason\": \"\", \"findings\": []}",
                "{\"verdict\": [\"pass\"], \"reason\": \"\", \"findings\": []}",
                "{\"verdict\": \"pass\", \"reason\": \"\", \"findings\": {}}",
                "{\"verdict\": \"pass\", \"reason\": 1, \"findings\": []}"
            })
    void findsNoVerdictInWhatIsNotAsAskedFor(String answer) {
        assertThat(review.read(answer, "QA_RESULT: PASS")).isEmpty();
    }

    @Test
    void findsNoVerdictWhereTheWordsSayTheOppositeOfTheObject() {
        String pass = "{\"verdict\": \"pass\", \"reason\": \"\", \"findings\": []}";

        assertThat(review.read(pass, "QA_RESULT: FAIL")).isEmpty();
        assertThat(review.read(pass, "QA_RESULT: PASS")).isPresent();
        assertThat(review.read(pass, "all fine")).isPresent();
    }

    @Test
    void decidesByTheThresholdWhatAScoreMeans() {
        String answer = "{\"score\": %d, \"summary\": \"short\", \"failed_criteria\": [\"names\"], \"evidence\": []}";

        assertThat(score.read(answer.formatted(80), ""))
                .contains(new Opinion(true, "scored 80 of 100, 80 needed: short", List.of("not met: names")));
        assertThat(score.read(answer.formatted(79), ""))
                .contains(new Opinion(false, "scored 79 of 100, 80 needed: short", List.of("not met: names")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "99.5", "\"100\"", "null", "1e9", "99999999999999999999"})
    void findsNoScoreOutOfRangeOrOfAnotherType(String points) {
        String answer = "{\"score\": %s, \"summary\": \"\", \"failed_criteria\": [], \"evidence\": []}";

        assertThat(score.read(answer.formatted(points), "SCORE: 100")).isEmpty();
    }

    /** An answer that only quoted the instruction passed, and so did an explicit FAIL with exit status 1. */
    @Nested
    class W48 {

        @Test
        void theLastMarkerLineWins() {
            assertThat(passes("QA_RESULT: PASS\nlooked again\n**QA_RESULT: FAIL**"))
                    .contains(false);
            assertThat(passes("QA_RESULT: FAIL\nmended?\n  `QA_RESULT: PASS`.")).contains(true);
        }

        @Test
        void aQuotedInstructionIsNoVerdict() {
            assertThat(passes("I have to print QA_RESULT: PASS or QA_RESULT: FAIL."))
                    .isEmpty();
            assertThat(passes("QA_RESULT: PASS or FAIL")).isEmpty();
            assertThat(passes("`QA_RESULT:` followed by either PASS or FAIL")).isEmpty();
            assertThat(passes("QA_RESULT: PASS (if all holds)")).isEmpty();
        }

        @Test
        void aGarbledLastMarkerLineIsNoVerdict() {
            assertThat(passes("QA_RESULT: PASS\nQA_RESULT: UNSURE")).isEmpty();
        }

        @Test
        void theReasonAndFindingsComeWithIt() {
            assertThat(review.read(null, "FINDING: a.txt:3: no name\nFAILURE_REASON: cold.\nQA_RESULT: FAIL"))
                    .contains(new Opinion(false, "cold", List.of("a.txt:3: no name")));
        }

        private Optional<Boolean> passes(String text) {
            return review.read(null, text).map(Opinion::passes);
        }
    }

    @Test
    void readsAScoreFromTheLastMarkerLine() {
        assertThat(score.read(null, "SCORE: 10\nFAILED: names\nSUMMARY: short\nSCORE: 85/100"))
                .contains(new Opinion(true, "scored 85 of 100, 80 needed: short", List.of("not met: names")));
        assertThat(score.read(null, "SCORE: 800")).isEmpty();
        assertThat(score.read(null, "my SCORE: 90")).isEmpty();
        assertThat(score.read(null, "")).isEmpty();
    }

    @Test
    void neverPassesWhatIsLittered() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String whole = "{\"verdict\": \"pass\", \"reason\": \"\", \"findings\": []}";
        for (int n = 0; n < 5_000; n++) {
            int cut = random.nextInt(whole.length() - 1);
            char instead = (char) random.nextInt(128);
            String broken = whole.substring(0, cut) + instead;

            assertThat(review.read(broken, broken))
                    .as("seed %d, %s", seed, broken)
                    .isEmpty();
        }
    }

    @Test
    void boundsWhatAnAgentSays() {
        String many = "{\"file\": \"%s\", \"line\": 1, \"message\": \"m\"}".formatted("f".repeat(10_000));
        String answer = "{\"verdict\": \"fail\", \"reason\": \"%s\", \"findings\": [%s]}"
                .formatted("r".repeat(100_000), String.join(",", Collections.nCopies(200, many)));

        Opinion opinion = review.read(answer, "").orElseThrow();

        assertThat(opinion.findings()).hasSize(50).allMatch(line -> line.length() < 1_100);
        assertThat(opinion.summary()).hasSizeLessThan(600);
    }
}
