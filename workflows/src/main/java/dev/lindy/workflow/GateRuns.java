package dev.lindy.workflow;

import dev.lindy.activity.GateActivities;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.Polling;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.RunHeader;
import dev.lindy.run.Verdict;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Runs gates side by side; a broken one is repeated, then waits for a person, and blames nobody. */
final class GateRuns {

    private final TaskRequest request;
    private final ActivityStubs stubs;
    private final TaskProgress progress;
    private final Consumer<RunHeader.Attention> awaitPerson;

    GateRuns(
            TaskRequest request,
            ActivityStubs stubs,
            TaskProgress progress,
            Consumer<RunHeader.Attention> awaitPerson) {
        this.request = request;
        this.stubs = stubs;
        this.progress = progress;
        this.awaitPerson = awaitPerson;
    }

    /** One verdict per gate, in the order of the gates; no required one is broken. */
    List<GateVerdict> judge(List<PlannedGate> gates, JudgeTree.Place place, String commit, String base) {
        GateVerdict[] verdicts = new GateVerdict[gates.size()];
        List<Integer> open = IntStream.range(0, gates.size()).boxed().toList();
        for (int number = 1; !open.isEmpty(); number++) {
            List<Promise<GateVerdict>> running = new ArrayList<>();
            for (int index : open) {
                running.add(start(gates.get(index), place, commit, base, number));
            }
            List<GateVerdict> answers = Joined.all(running);
            for (int i = 0; i < open.size(); i++) {
                verdicts[open.get(i)] = answers.get(i);
            }
            open = open.stream()
                    .filter(index -> gates.get(index).required() && verdicts[index].verdict() == Verdict.BROKEN)
                    .toList();
            boolean isLastTry = number % request.policy().maxGateRuns() == 0;
            if (!open.isEmpty() && (isLastTry || open.stream().anyMatch(index -> isPolled(gates.get(index))))) {
                awaitPerson.accept(broken(verdicts[open.get(0)]));
            }
        }
        return Arrays.asList(verdicts);
    }

    private RunHeader.Attention broken(GateVerdict verdict) {
        return new RunHeader.Attention(
                "gate `" + verdict.name() + "` could not run: " + verdict.summary(),
                "mend the gate, then go on with `lindy resume " + request.run().run() + "`");
    }

    private Promise<GateVerdict> start(
            PlannedGate gate, JudgeTree.Place place, String commit, String base, int number) {
        int attempt = progress.attempt().number();
        String where = place == JudgeTree.Place.MERGED ? " on the merged tree" : "";
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
