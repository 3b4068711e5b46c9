package dev.lindy.activities.gate.review;

import dev.lindy.activities.prompt.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The marker lines of the original in an agent's last words, each on a line of its own; of several of a kind the last one
 * counts. A marker inside of a sentence, for instance where the question is quoted, is none.
 */
record MarkerLines(@Nullable String result, @Nullable String score, String reason, List<String> findings) {

    private static final Pattern MARKER = Pattern.compile(
            "[\\s*`>#-]{0,20}(QA_RESULT|SCORE|FAILURE_REASON|SUMMARY|FINDING|FAILED)[*`]{0,4}:[*`]{0,4}(.*)");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})(?: ?/ ?100)?");

    MarkerLines {
        findings = List.copyOf(findings);
    }

    static MarkerLines in(String text) {
        String result = null;
        String score = null;
        String reason = "";
        List<String> findings = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher marker = MARKER.matcher(line);
            if (!marker.matches()) {
                continue;
            }
            String value =
                    Excerpt.line(marker.group(2), StructuredAnswer.MAX_LINE).replaceAll("^[*` ]+|[*`. ]+$", "");
            switch (marker.group(1)) {
                case "QA_RESULT" -> result = value;
                case "SCORE" -> score = value;
                case "FAILED" -> findings.add("not met: " + value);
                case "FINDING" -> findings.add(value);
                default -> reason = value;
            }
        }
        return new MarkerLines(
                result,
                score,
                reason,
                findings.stream().limit(StructuredAnswer.MAX_FINDINGS).toList());
    }

    Optional<Opinion> verdict() {
        boolean passes = "PASS".equals(result);
        return passes || "FAIL".equals(result) ? Optional.of(new Opinion(passes, reason, findings)) : Optional.empty();
    }

    Optional<Opinion> score(int threshold) {
        Matcher number = NUMBER.matcher(score == null ? "" : score);
        if (!number.matches() || Integer.parseInt(number.group(1)) > 100) {
            return Optional.empty();
        }
        int points = Integer.parseInt(number.group(1));
        return Optional.of(
                StructuredAnswer.scored(points, threshold, new Opinion(points >= threshold, reason, findings)));
    }

    /** Whether these lines say the opposite of a structured answer. */
    boolean contradicts(Opinion structured) {
        return verdict().filter(said -> said.passes() != structured.passes()).isPresent();
    }
}
