package dev.lindy.workflow;

import dev.lindy.activity.ArtifactPlan;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.PlannedTask;
import dev.lindy.run.GateVerdict;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** One sentence for each gate that does not surely pass on the base commit. */
    List<String> run(List<PlannedTask> tasks) {
        Map<List<String>, PlannedTask> wanted = new LinkedHashMap<>();
        List<PlannedGate> gates = new ArrayList<>();
        for (PlannedTask task : tasks) {
            for (PlannedGate gate : task.gates()) {
                if (gate.baseline() && wanted.putIfAbsent(List.of(task.module(), gate.key()), task) == null) {
                    gates.add(gate);
                }
            }
        }
        List<PlannedTask> askers = List.copyOf(wanted.values());
        List<GateVerdict> verdicts = judge(gates, askers);
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < gates.size(); i++) {
            note(verdicts.get(i), askers.get(i).module()).ifPresent(notes::add);
        }
        return notes;
    }

    private List<GateVerdict> judge(List<PlannedGate> gates, List<PlannedTask> askers) {
        int most = request.policy().attempts().maxParallelGates();
        GateAnswers answers = new GateAnswers(gates);
        List<Integer> open = answers.open();
        for (int number = 1; !open.isEmpty(); number++) {
            List<Promise<GateVerdict>> running = new ArrayList<>();
            for (int index : open) {
                Joined.awaitPlace(running, running, most);
                running.add(start(gates.get(index), askers.get(index), number));
            }
            List<GateVerdict> given = Joined.all(running);
            for (int i = 0; i < open.size(); i++) {
                answers.add(open.get(i), given.get(i));
            }
            // one that cannot run here is told and blames nobody
            List<Integer> broken = answers.broken();
            open = answers.open().stream()
                    .filter(index -> !broken.contains(index))
                    .toList();
        }
        return answers.verdicts();
    }

    private static Optional<String> note(GateVerdict verdict, String module) {
        return switch (verdict.verdict()) {
            case REJECTED, BROKEN ->
                Optional.of("gate %s fails for module %s on the base commit already: %s"
                        .formatted(verdict.name(), module, verdict.summary()));
            case FLAKY ->
                Optional.of("gate %s is flaky for module %s on the base commit: %s"
                        .formatted(verdict.name(), module, verdict.summary()));
            case PASSED, BASELINE -> Optional.empty();
        };
    }

    private Promise<GateVerdict> start(PlannedGate gate, PlannedTask task, int number) {
        String base = work.base().commit();
        String summary = "gate " + gate.key() + " on the base commit" + (number > 1 ? " again" : "");
        return Async.function(
                stubs.gate(summary)::judge,
                new JudgeTree(
                        request.run(), work, task.id(), 0, gate.key(), base, base, JudgeTree.Place.BASE, number, null));
    }
}
