package dev.lindy.activities.gate;

import dev.lindy.activities.ProgramReader;
import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.output.FindingsFile;
import dev.lindy.activities.git.Changes;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.payload.Payloads;
import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramRecord;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Turns the end of a command gate into a verdict. */
public final class GateReader implements ProgramReader {

    /** Kind of the programs that are gates. */
    public static final String KIND = "gate";

    /** What a shell answers where a command cannot be run or is not there. */
    private static final int CANNOT_RUN = 126;

    private static final int NOT_FOUND = 127;

    private final RunContexts contexts;
    private final Repositories repositories;

    public GateReader(RunContexts contexts, Repositories repositories) {
        this.contexts = contexts;
        this.repositories = repositories;
    }

    @Override
    public GateVerdict read(ProgramRecord record, ProgramEnd end) throws IOException {
        GateContext gate = Payloads.mapper().treeToValue(record.spec().context(), GateContext.class);
        RunContext run = contexts.of(gate.request().run());
        Path evidence = run.folder().root().resolve(gate.evidence());
        GateEvidence.write(
                evidence, gate.command(), record.spec().stdout(), record.spec().stderr(), run.redactor());
        VerdictStore verdicts = new VerdictStore(run.folder());
        GateVerdict verdict = verdict(gate, end, evidence);
        if (verdict.verdict() == Verdict.REJECTED) {
            verdict = ruled(run, gate, end, verdict);
        }
        verdict = run.redactor().redact(verdict, GateVerdict.class);
        verdicts.put(gate.module(), gate.request().gate(), gate.tree(), verdict);
        GateLog.append(run, gate.request(), verdict);
        return verdict;
    }

    private static GateVerdict verdict(GateContext gate, ProgramEnd end, Path evidence) {
        Duration limit = end.launchedAt() == null ? Duration.ZERO : Duration.between(end.launchedAt(), end.endedAt());
        Integer code = end.exitCode();
        String words = GateEvidence.lastWords(evidence);
        return switch (end.reason()) {
            case EXITED -> exited(gate, code == null ? -1 : code, words);
            case HARD_LIMIT -> timedOut(gate, limit);
            case STALLED, LOST, NOT_STARTED, CANCELED ->
                answer(gate, Verdict.BROKEN, end.message().isBlank() ? "it was interrupted" : end.message());
        };
    }

    private static GateVerdict timedOut(GateContext gate, Duration limit) {
        String words = "no answer within " + limit.toSeconds() + " s";
        return answer(gate, Verdict.REJECTED, words).withCause(new Outcome.TimedOut(words));
    }

    private static GateVerdict exited(GateContext gate, int code, String words) {
        if (code == 0) {
            return answer(gate, Verdict.PASSED, words);
        }
        return code == CANNOT_RUN || code == NOT_FOUND
                ? answer(gate, Verdict.BROKEN, "the command could not be run: " + words)
                : answer(gate, Verdict.REJECTED, words.isEmpty() ? "exit code " + code : words);
    }

    /** What failed, and whether that blames the attempt; both are kept before the verdict is. */
    private GateVerdict ruled(RunContext run, GateContext gate, ProgramEnd end, GateVerdict rejected)
            throws IOException {
        Path evidence = run.folder().root().resolve(gate.evidence());
        Findings now = GateFindings.of(evidence, gate.project(), end, run.redactor());
        VerdictStore verdicts = new VerdictStore(run.folder());
        Optional<String> base = failingBase(run, verdicts, gate);
        Ruling ruling = base.isEmpty()
                ? Ruling.rejected(rejected, now)
                : Ruling.excused(
                        rejected,
                        now,
                        verdicts.findings(gate.module(), gate.request().gate(), base.get()));
        new FindingsFile(ruling.fresh(), ruling.known()).write(FindingsFile.beside(evidence));
        verdicts.keep(gate.module(), gate.request().gate(), gate.tree(), now);
        GateVerdict verdict = ruling.verdict();
        return verdict.verdict() == Verdict.REJECTED ? verdict.withTail(GateEvidence.tail(evidence)) : verdict;
    }

    /** Tree of the base commit, where this gate does not pass there and that may excuse an attempt. */
    private Optional<String> failingBase(RunContext run, VerdictStore verdicts, GateContext gate) {
        if (!gate.blamesBase()) {
            return Optional.empty();
        }
        String base = gate.request().plan().base().commit();
        String tree = new Changes(repositories.of(run)).treeOf(base);
        // an attempt that changes nothing has the base's tree, and its verdict takes the place of the base's
        return verdicts.find(gate.module(), gate.request().gate(), tree)
                .filter(known -> known.verdict() == Verdict.REJECTED || known.verdict() == Verdict.BASELINE)
                .map(known -> tree);
    }

    private static GateVerdict answer(GateContext gate, Verdict verdict, String summary) {
        return new GateVerdict(gate.name(), verdict, gate.required(), summary, gate.evidence());
    }
}
