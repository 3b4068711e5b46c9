package dev.lindy.activities.gate;

import dev.lindy.activities.finding.Comparison;
import dev.lindy.activities.finding.FailedTest;
import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.Problem;
import dev.lindy.run.Failures;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of a rejection: only failures that the base commit does not have blame the attempt.
 *
 * @param verdict with what failed in words and numbers
 * @param fresh what blames the attempt
 * @param known what failed on the base commit as well, a line each
 */
record Ruling(GateVerdict verdict, Findings fresh, List<String> known) {

    private static final int MAX_NAME = 120;

    Ruling {
        known = List.copyOf(known);
    }

    /** A rejection that nothing excuses. */
    static Ruling rejected(GateVerdict verdict, Findings now) {
        return of(verdict, Verdict.REJECTED, new Comparison(now, List.of()), FindingWords.of(now));
    }

    /**
     * A rejection by a gate that rejects the base commit as well.
     *
     * @param before what failed there, where it was kept
     */
    static Ruling excused(GateVerdict verdict, Findings now, Optional<Findings> before) {
        if (before.isEmpty() || !before.get().isReadable()) {
            // nobody knows what failed there, so that the gate counts as a whole
            Comparison all = new Comparison(Findings.NONE, names(now));
            String words = FindingWords.of(now);
            String said = words.isEmpty() ? verdict.summary() : words;
            return of(verdict, Verdict.BASELINE, all, "fails on the base commit as well: " + said);
        }
        Comparison compared = Comparison.of(before.get(), now);
        return compared.isNothingNew() ? baseline(verdict, compared) : fresh(verdict, compared);
    }

    private static Ruling baseline(GateVerdict verdict, Comparison compared) {
        Failures failures = failures(compared);
        String words = "fails on the base commit as well: %s, none of them new: %s"
                .formatted(FindingWords.count(failures.known(), "failure"), failures.knownWords());
        return of(verdict, Verdict.BASELINE, compared, words);
    }

    private static Ruling fresh(GateVerdict verdict, Comparison compared) {
        String words = FindingWords.of(compared.fresh());
        String said = words.isEmpty() ? verdict.summary() + ", unlike on the base commit" : words;
        String more = compared.known().isEmpty() ? "" : "; " + compared.known().size() + " more failed before too";
        return of(verdict, Verdict.REJECTED, compared, said + more);
    }

    private static Ruling of(GateVerdict from, Verdict verdict, Comparison compared, String words) {
        Failures failures = failures(compared);
        boolean told = failures.fresh() + failures.known() > 0;
        GateVerdict result = new GateVerdict(
                        from.name(),
                        verdict,
                        from.required(),
                        words.isEmpty() ? from.summary() : words,
                        from.evidence(),
                        "",
                        told ? failures : null)
                .withCause(from.cause());
        return new Ruling(result, compared.fresh(), compared.known());
    }

    private static Failures failures(Comparison compared) {
        List<String> fresh = names(compared.fresh());
        return new Failures(fresh.size(), compared.known().size(), first(fresh), first(compared.known()));
    }

    private static List<String> names(Findings findings) {
        return Stream.concat(
                        findings.tests().stream().map(FailedTest::id),
                        findings.blocking().stream().map(Problem::text))
                .toList();
    }

    private static List<String> first(List<String> names) {
        List<String> first = new ArrayList<>();
        for (String name : names.subList(0, Math.min(Failures.MAX_NAMED, names.size()))) {
            first.add(FindingWords.cut(name, MAX_NAME));
        }
        return first;
    }
}
