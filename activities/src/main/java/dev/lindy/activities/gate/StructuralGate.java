package dev.lindy.activities.gate;

import dev.lindy.activities.gate.shape.ChangeReader;
import dev.lindy.activities.gate.shape.ChangedSource;
import dev.lindy.activities.gate.shape.FileRules;
import dev.lindy.activities.gate.shape.FileSize;
import dev.lindy.activities.gate.shape.ImportBoundary;
import dev.lindy.activities.gate.shape.ModuleFolders;
import dev.lindy.activities.gate.shape.ShapeFinding;
import dev.lindy.project.config.GatesConfig.Structural;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.run.GateVerdict;
import java.util.ArrayList;
import java.util.List;

/** Judges by the files of the change, without a program. */
final class StructuralGate implements GateJudge {

    @Override
    public GateVerdict judge(GateCase gate) {
        ChangeReader change = new ChangeReader(
                gate.repository(), gate.request().base(), gate.request().commit());
        Structural params = gate.gate().structural();
        ModuleConfig module = gate.run().module(gate.task().module());
        List<ShapeFinding> findings = new ArrayList<>(
                new FileRules(module.folder(), params.enforceModuleBoundary(), params.sensitivePatterns())
                        .violations(change.files()));
        findings.addAll(bySource(gate, change, params, module));
        GateVerdict verdict =
                gate.findings(findings.stream().map(ShapeFinding::text).toList());
        GateLog.append(gate.run(), gate.request(), verdict);
        return verdict;
    }

    private static List<ShapeFinding> bySource(
            GateCase gate, ChangeReader change, Structural params, ModuleConfig module) {
        List<ChangedSource> sources = change.sources();
        List<ShapeFinding> found = new ArrayList<>(new FileSize(params.maxFileLines()).violations(sources));
        boolean hasNewImports =
                sources.stream().anyMatch(source -> !source.newImports().isEmpty());
        if (params.enforceModuleBoundary() && !module.isRoot() && hasNewImports) {
            ModuleFolders folders = new ModuleFolders(gate.run().config().modules());
            found.addAll(new ImportBoundary(folders, change.targets(), change.architecture()).violations(sources));
        }
        return change.aboutWritten(found);
    }
}
