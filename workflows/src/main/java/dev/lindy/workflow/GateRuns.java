package dev.lindy.workflow;

import dev.lindy.activity.GateActivities;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.Polling;
import dev.lindy.run.GateVerdict;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs gates side by side. One that rejects may be asked again on the same tree; a broken one is repeated as {@link
 * BrokenGates} says, and blames nobody.
 */
final class GateRuns {

    private final TaskRequest request;
    private final ActivityStubs stubs;
    private final TaskProgress progress;
    private final BrokenGates.Pauses pauses;

    GateRuns(TaskRequest request, ActivityStubs stubs, TaskProgress progress, BrokenGates.Pauses pauses) {
        this.request = request;
        this.stubs = stubs;
        this.progress = progress;
        this.pauses = pauses;
    }

    /** One verdict per gate, in the order of the gates; no required one is broken. */
    List<GateVerdict> judge(List<PlannedGate> gates, JudgeTree.Place place, String commit, String base) {
        GateAnswers answers = new GateAnswers(gates);
        List<Integer> open = answers.open();
        BrokenGates patience = new BrokenGates(request.run().run(), request.policy(), pauses);
        for (int number = 1; !open.isEmpty(); number++) {
            List<Promise<GateVerdict>> running = new ArrayList<>();
            List<Promise<GateVerdict>> busy = new ArrayList<>();
            for (int index : open) {
                PlannedGate gate = gates.get(index);
                if (isPolled(gate)) {
                    running.add(start(gate, place, commit, base, number));
                } else {
                    Joined.awaitPlace(busy, running, request.policy().maxParallelGates());
                    busy.add(start(gate, place, commit, base, number));
                    running.add(busy.get(busy.size() - 1));
                }
            }
            List<GateVerdict> given = Joined.all(running);
            given.forEach(progress::paid);
            for (int i = 0; i < open.size(); i++) {
                answers.add(open.get(i), given.get(i));
            }
            open = answers.open();
            List<Integer> broken = answers.broken();
            if (!broken.isEmpty()) {
                patience.settle(
                        broken.stream().map(answers::verdict).toList(),
                        broken.stream()
                                .filter(index -> isPolled(gates.get(index)))
                                .map(answers::verdict)
                                .findFirst(),
                        Instant.ofEpochMilli(Workflow.currentTimeMillis()));
            }
        }
        return answers.verdicts();
    }

    private Promise<GateVerdict> start(
            PlannedGate gate, JudgeTree.Place place, String commit, String base, int number) {
        int attempt = progress.attempt().number();
        String where = (place == JudgeTree.Place.MERGED ? " on the merged tree" : "") + (number > 1 ? " again" : "");
        String what = "attempt " + attempt + ", gate " + gate.name() + where;
        String summary = ActivityStubs.summary(request.task(), what);
        JudgeTree asked = new JudgeTree(
                request.run(),
                request.plan(),
                request.task().id(),
                attempt,
                gate.key(),
                commit,
                base,
                place,
                number,
                progress.state());
        Polling polling = gate.polling();
        if (polling != null) {
            return Async.function(new CiWatch(stubs, gate, polling, summary)::judge, asked);
        }
        GateActivities judges = gate.onlyLooks() ? stubs.look(summary) : stubs.gate(summary);
        return Async.function(judges::judge, asked);
    }

    /** Has been patient already: what it cannot answer needs a person. */
    private static boolean isPolled(PlannedGate gate) {
        return gate.polling() != null;
    }
}
