package dev.lindy.activities.ci;

import dev.lindy.activities.gate.GateCase;
import dev.lindy.activities.gate.GateEvidence;
import dev.lindy.activities.gate.GateLog;
import dev.lindy.activity.CiAnswer;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Verdict;
import dev.lindy.state.PrivateFiles;
import dev.lindy.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Answers of one CI gate: without secrets, in bounds, in the action log where they are verdicts. */
final class CiVerdicts {

    private static final int MAX_SUMMARY = 500;

    private final GateCase gate;

    CiVerdicts(GateCase gate) {
        this.gate = gate;
    }

    CiAnswer pending(String note) {
        return CiAnswer.pending(line(note));
    }

    CiAnswer passed(String summary) {
        return answer(verdict(Verdict.PASSED, summary, "", ""));
    }

    CiAnswer broken(String summary) {
        return answer(verdict(Verdict.BROKEN, summary, "", ""));
    }

    /** @param lines of evidence, which the next attempt is told */
    CiAnswer rejected(String summary, List<String> lines) {
        String plain = gate.run().redactor().redact(summary + "\n" + String.join("\n", lines));
        Path file = gate.evidence();
        PrivateFiles.write(file, (plain + "\n").getBytes(StandardCharsets.UTF_8));
        String evidence = gate.run().artifacts().name(file);
        return answer(verdict(
                Verdict.REJECTED,
                summary,
                evidence,
                GateEvidence.tail(plain.lines().toList())));
    }

    private GateVerdict verdict(Verdict verdict, String summary, String evidence, String tail) {
        return new GateVerdict(gate.gate().name(), verdict, gate.gate().required(), line(summary), evidence, tail);
    }

    private CiAnswer answer(GateVerdict verdict) {
        GateLog.append(gate.run(), gate.request(), verdict);
        return CiAnswer.of(verdict);
    }

    String line(String text) {
        return SafeText.line(gate.run().redactor().redact(text), MAX_SUMMARY);
    }
}
