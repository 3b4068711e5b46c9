package dev.lindy.workflow;

import dev.lindy.activity.PlannedGate;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the gates of one tree have answered so far, and which are asked again. A rejection may be asked again on the same
 * tree; where the gate then passes it is flaky, which counts as passed and keeps the evidence of the rejection. One that
 * took all of its time is not: that would be as long again.
 */
final class GateAnswers {

    private static final class Answer {
        private @Nullable GateVerdict latest;
        private @Nullable GateVerdict rejection;
        private int reruns;
    }

    private final List<PlannedGate> gates;
    private final List<Answer> answers;

    GateAnswers(List<PlannedGate> gates) {
        this.gates = gates;
        answers = gates.stream().map(gate -> new Answer()).toList();
    }

    /** The gates that are to be asked now, by their places; those that are to be asked for the first time count. */
    List<Integer> open() {
        return IntStream.range(0, gates.size())
                .filter(index -> answers.get(index).latest == null || isBroken(index) || mayPassYet(index))
                .boxed()
                .toList();
    }

    /** The required gates that could not run, by their places. */
    List<Integer> broken() {
        return IntStream.range(0, gates.size()).filter(this::isBroken).boxed().toList();
    }

    void add(int index, GateVerdict verdict) {
        Answer answer = answers.get(index);
        GateVerdict before = answer.rejection;
        if (verdict.verdict() == Verdict.REJECTED) {
            answer.reruns += before == null ? 0 : 1;
            answer.rejection = before == null ? verdict : before;
            answer.latest = verdict;
        } else if (before != null && verdict.verdict().accepts()) {
            answer.latest = flaky(before, verdict.verdict());
        } else if (before != null && verdict.verdict() == Verdict.BROKEN && !verdict.required()) {
            answer.reruns = gates.get(index).reruns();
            answer.latest = before;
        } else {
            answer.latest = verdict;
        }
    }

    private static GateVerdict flaky(GateVerdict rejection, Verdict then) {
        String passed = then == Verdict.BASELINE ? "failed as on the base commit only" : "passed on the same tree";
        String first = rejection.summary().isBlank() ? "" : "; at first: " + rejection.summary();
        return new GateVerdict(
                rejection.name(),
                Verdict.FLAKY,
                rejection.required(),
                "rejected, then " + passed + first,
                rejection.evidence(),
                "",
                rejection.failures());
    }

    private boolean isBroken(int index) {
        GateVerdict latest = answers.get(index).latest;
        return latest != null
                && latest.verdict() == Verdict.BROKEN
                && gates.get(index).required();
    }

    private boolean mayPassYet(int index) {
        Answer answer = answers.get(index);
        return answer.latest != null
                && answer.latest.verdict() == Verdict.REJECTED
                && !(answer.latest.cause() instanceof Outcome.TimedOut)
                && answer.reruns < gates.get(index).reruns();
    }

    /** What counts of a gate that was asked. */
    GateVerdict verdict(int index) {
        GateVerdict latest = answers.get(index).latest;
        if (latest == null) {
            throw new IllegalStateException(
                    "Unexpected gate without an answer: " + gates.get(index).key());
        }
        return latest;
    }

    /** One verdict for each gate, in their order. */
    List<GateVerdict> verdicts() {
        return IntStream.range(0, gates.size()).mapToObj(this::verdict).toList();
    }
}
