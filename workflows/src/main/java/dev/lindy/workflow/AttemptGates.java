package dev.lindy.workflow;

import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.PlannedGate;
import dev.lindy.run.GateVerdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The gates of an attempt: those that cost money only where all others let the candidate through. */
final class AttemptGates {

    private final List<PlannedGate> all;
    private final GateRuns runs;
    private final TaskProgress progress;
    private final BrokenGates.Pauses pauses;

    AttemptGates(List<PlannedGate> all, GateRuns runs, TaskProgress progress, BrokenGates.Pauses pauses) {
        this.all = all;
        this.runs = runs;
        this.progress = progress;
        this.pauses = pauses;
    }

    /** One verdict per gate, in the order of the gates; of the free ones alone where one of these rejects. */
    List<GateVerdict> judge(String candidate, String base) {
        List<PlannedGate> paid = all.stream().filter(PlannedGate::paid).toList();
        List<PlannedGate> free = all.stream().filter(gate -> !gate.paid()).toList();
        List<GateVerdict> first = runs.judge(free, JudgeTree.Place.ATTEMPT, candidate, base);
        progress.judged(first);
        if (paid.isEmpty() || first.stream().anyMatch(GateVerdict::blocks)) {
            return first;
        }
        pauses.awaitTurn();
        List<GateVerdict> verdicts = inOrder(
                first.iterator(),
                runs.judge(paid, JudgeTree.Place.ATTEMPT, candidate, base).iterator());
        progress.judged(verdicts);
        return verdicts;
    }

    private List<GateVerdict> inOrder(Iterator<GateVerdict> free, Iterator<GateVerdict> paid) {
        List<GateVerdict> verdicts = new ArrayList<>();
        all.forEach(gate -> verdicts.add(gate.paid() ? paid.next() : free.next()));
        return verdicts;
    }
}
