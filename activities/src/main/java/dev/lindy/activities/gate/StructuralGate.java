package dev.lindy.activities.gate;

import dev.lindy.project.config.GatesConfig.Structural;
import dev.lindy.run.GateVerdict;

/** Judges by the files of the change, without a program. */
final class StructuralGate implements GateJudge {

    @Override
    public GateVerdict judge(GateCase gate) {
        Structural params = gate.gate().structural();
        StructuralRules rules = new StructuralRules(
                gate.run().module(gate.task().module()).folder(),
                params.enforceModuleBoundary(),
                params.sensitivePatterns());
        GateVerdict verdict = gate.findings(rules.violations(gate.changed()));
        GateLog.append(gate.run(), gate.request(), verdict);
        return verdict;
    }
}
