package dev.lindy.activities.gate.review;

import dev.lindy.activities.gate.GateCase;
import dev.lindy.activities.git.Changes;
import dev.lindy.activities.prompt.ReviewFacts;
import dev.lindy.activities.prompt.ReviewPrompt;
import dev.lindy.activities.run.RunContext;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.run.Attempt;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.TaskState;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a judging agent is told about a change; nothing that the other agent said of its own work. */
record Briefing(GateCase gate) {

    private static final String QA = "qa";

    ReviewFacts facts() {
        RunContext run = gate.run();
        ModuleConfig module = run.module(gate.task().module());
        Changes changes = new Changes(gate.repository());
        String base = gate.request().base();
        String commit = gate.request().commit();
        return new ReviewFacts(
                run.config().project().name(),
                gate.request().task(),
                gate.request().attempt(),
                gate.request().number(),
                gate.task().description(),
                gate.task().prompt(),
                module.isRoot() ? "" : module.folder(),
                readFirst(module),
                checks(),
                changes.stat(base, commit),
                // bytes are at least as many as characters
                changes.patch(base, commit, 4 * ReviewPrompt.MAX_DIFF),
                run.config().evaluator().promptPrefix());
    }

    /** The state of the first module with the role of QA, and of the task's own, where the candidate has them. */
    private List<String> readFirst(ModuleConfig module) {
        List<String> files = new ArrayList<>();
        gate.run().config().modules().stream()
                .filter(one -> one.role().equalsIgnoreCase(QA))
                .findFirst()
                .map(ModuleConfig::statusFile)
                .ifPresent(files::add);
        files.add(module.statusFile());
        Changes changes = new Changes(gate.repository());
        String prefix = gate.repository().projectPrefix();
        return files.stream()
                .distinct()
                .filter(file -> changes.read(gate.request().commit(), prefix + file) != null)
                .toList();
    }

    private List<String> checks() {
        TaskState state = gate.request().state();
        if (state == null || state.attempts().isEmpty()) {
            return List.of();
        }
        Attempt last = state.attempts().get(state.attempts().size() - 1);
        return last.gates().stream().map(Briefing::line).toList();
    }

    private static String line(GateVerdict verdict) {
        return verdict.name() + ": " + verdict.verdict().word()
                + (verdict.summary().isBlank() ? "" : ", " + verdict.summary());
    }
}
