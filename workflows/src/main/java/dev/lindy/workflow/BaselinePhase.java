package dev.lindy.workflow;

import dev.lindy.activity.ArtifactPlan;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.PlannedTask;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Verdict;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs project-wide gates once on the base commit, so that what fails there blames nobody later. */
final class BaselinePhase {

    private final GoalRequest request;
    private final ActivityStubs stubs;
    private final ArtifactPlan work;

    BaselinePhase(GoalRequest request, ActivityStubs stubs, ArtifactPlan work) {
        this.request = request;
        this.stubs = stubs;
        this.work = work;
    }

    /** One sentence for each gate that does not pass on the base commit. */
    List<String> run(List<PlannedTask> tasks) {
        Map<List<String>, JudgeTree> wanted = new LinkedHashMap<>();
        for (PlannedTask task : tasks) {
            for (PlannedGate gate : task.gates()) {
                if (gate.baseline()) {
                    wanted.putIfAbsent(List.of(task.module(), gate.key()), judge(task, gate));
                }
            }
        }
        List<Promise<GateVerdict>> running = new ArrayList<>();
        for (JudgeTree gate : wanted.values()) {
            running.add(Async.function(stubs.gate("gate " + gate.gate() + " on the base commit")::judge, gate));
        }
        List<String> notes = new ArrayList<>();
        Iterator<List<String>> names = wanted.keySet().iterator();
        for (GateVerdict verdict : Joined.all(running)) {
            String module = names.next().get(0);
            if (verdict.verdict() == Verdict.REJECTED || verdict.verdict() == Verdict.BROKEN) {
                notes.add("gate %s fails for module %s on the base commit already: %s"
                        .formatted(verdict.name(), module, verdict.summary()));
            }
        }
        return notes;
    }

    private JudgeTree judge(PlannedTask task, PlannedGate gate) {
        String base = work.base().commit();
        return new JudgeTree(request.run(), work, task.id(), 0, gate.key(), base, base, JudgeTree.Place.BASE, 1, null);
    }
}
