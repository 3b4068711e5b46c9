package dev.lindy.activities.gate;

import dev.lindy.activities.gate.shape.ChangeReader;
import dev.lindy.activities.gate.shape.ChangedSource;
import dev.lindy.activities.gate.shape.LayerRules;
import dev.lindy.activities.gate.shape.ModuleFolders;
import dev.lindy.activities.gate.shape.ShapeFinding;
import dev.lindy.project.config.GatesConfig.LayerCheck;
import dev.lindy.project.scan.Architecture;
import dev.lindy.run.GateVerdict;
import java.util.ArrayList;
import java.util.List;

/** Judges by what the changed files import that they did not import before, without a program. */
final class LayerGate implements GateJudge {

    @Override
    public GateVerdict judge(GateCase gate) {
        GateVerdict verdict = verdict(gate);
        GateLog.append(gate.run(), gate.request(), verdict);
        return verdict;
    }

    private static GateVerdict verdict(GateCase gate) {
        ChangeReader change = new ChangeReader(
                gate.repository(), gate.request().base(), gate.request().commit());
        Architecture architecture = change.architecture();
        List<ChangedSource> sources = change.sources();
        if (architecture.layers().isEmpty() || sources.isEmpty()) {
            return gate.passed("");
        }
        ModuleFolders modules = new ModuleFolders(gate.run().config().modules());
        LayerRules rules = new LayerRules(modules, change.targets(), architecture);
        List<ShapeFinding> found = new ArrayList<>(rules.violations(sources));
        String policy = gate.run().config().gates().layerCheck().unknownFilePolicy();
        List<ShapeFinding> unknown =
                policy.equals(LayerCheck.SKIP) ? List.of() : change.aboutWritten(rules.unknown(sources));
        if (policy.equals(LayerCheck.FAIL)) {
            found.addAll(unknown);
        }
        List<String> against =
                change.aboutWritten(found).stream().map(ShapeFinding::text).toList();
        return against.isEmpty() && !unknown.isEmpty()
                ? gate.passed(unknown.get(0).text()
                        + (unknown.size() > 1 ? " (and %d more)".formatted(unknown.size() - 1) : ""))
                : gate.findings(against);
    }
}
