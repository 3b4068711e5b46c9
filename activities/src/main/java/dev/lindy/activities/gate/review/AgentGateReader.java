package dev.lindy.activities.gate.review;

import dev.lindy.activities.ProgramReader;
import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.Agents;
import dev.lindy.activities.gate.GateEvidence;
import dev.lindy.activities.gate.GateLog;
import dev.lindy.activities.gate.VerdictStore;
import dev.lindy.activities.git.RefGuard;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.Task;
import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramRecord;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.ResolvedGate;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.Verdict;
import dev.lindy.state.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the end of a judging agent into a verdict. What has no proper verdict is broken, never passed and never
 * rejected, whatever the agent's exit status and prose.
 */
public final class AgentGateReader implements ProgramReader {

    /** Kind of the programs that are judging agents. */
    public static final String KIND = "review";

    private final RunContexts contexts;
    private final Repositories repositories;
    private final PlanStore plans;
    private final Agents agents;

    public AgentGateReader(RunContexts contexts, Repositories repositories, PlanStore plans, Agents agents) {
        this.contexts = contexts;
        this.repositories = repositories;
        this.plans = plans;
        this.agents = agents;
    }

    @Override
    public GateVerdict read(ProgramRecord record, ProgramEnd end) throws IOException {
        AgentGateContext gate = context(record);
        RunContext run = contexts.of(gate.request().run());
        Redactor redactor = run.redactor();
        AgentReading reading = redactor.redact(reading(gate, record, end), AgentReading.class);
        Path file = run.folder().root().resolve(gate.evidence());
        redactor.keep(record.spec().stdout(), JudgingProgram.beside(file, "transcript.jsonl"));
        Evidence evidence = new Evidence(file, redactor);
        evidence.note(discarded(run, gate));
        Optional<Opinion> opinion = reading.failure() == null
                ? question(run, gate).read(gate.structured() ? reading.structured() : null, reading.text())
                : Optional.empty();
        GateVerdict verdict =
                opinion.map(found -> verdict(gate, found, evidence)).orElseGet(() -> broken(gate, reading, evidence));
        verdict = redactor.redact(verdict.withCost(reading.costUsd(), reading.costUnknown()), GateVerdict.class);
        new VerdictStore(run.folder()).put(gate.module(), gate.cached(), gate.tree(), verdict);
        GateLog.append(run, gate.request(), verdict);
        return verdict;
    }

    @Override
    public void abandoned(ProgramRecord record) {
        AgentGateContext gate = context(record);
        RunContext run = contexts.of(gate.request().run());
        new Evidence(run.folder().root().resolve(gate.evidence()), run.redactor()).note(discarded(run, gate));
    }

    private static AgentGateContext context(ProgramRecord record) {
        try {
            return Payloads.mapper().treeToValue(record.spec().context(), AgentGateContext.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not read the record of " + record.spec().key(), e);
        }
    }

    private AgentReading reading(AgentGateContext gate, ProgramRecord record, ProgramEnd end) {
        Agent agent = agents.find(gate.agent())
                .orElseThrow(() -> new IllegalStateException("agent is gone: " + gate.agent()));
        return agent.read(new AgentOutput(
                        record.spec().stdout(), record.spec().stderr(), end, gate.session(), null, gate.structured()))
                .withoutCancel();
    }

    private Question question(RunContext run, AgentGateContext gate) {
        Task task = plans.task(run, gate.request().plan().plan(), gate.request().task());
        ResolvedGate resolved = new GateCatalog(run.config())
                .resolve(task).stream()
                        .filter(one -> one.key().equals(gate.request().gate()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("gate is gone: " + gate.name()));
        return Question.of(resolved, run.config());
    }

    /** What the agent did where it may do nothing; nothing of it is left. */
    private List<String> discarded(RunContext run, AgentGateContext gate) {
        Repository repository = repositories.of(run);
        List<String> notes = new ArrayList<>(ReviewWorktree.of(repository, run, gate.worktree())
                .discard(gate.request().commit()));
        notes.addAll(new RefGuard(repository, Repositories.prefix(run))
                .compare(gate.request().run().run(), gate.refs()));
        return notes.stream()
                .map(note -> "while gate `%s` judged: %s".formatted(gate.name(), note))
                .toList();
    }

    private static GateVerdict verdict(AgentGateContext gate, Opinion opinion, Evidence evidence) {
        List<String> lines = evidence.write(opinion);
        GateVerdict verdict = new GateVerdict(
                gate.name(),
                opinion.passes() ? Verdict.PASSED : Verdict.REJECTED,
                gate.required(),
                summary(opinion),
                gate.evidence());
        return opinion.passes() ? verdict : verdict.withTail(GateEvidence.tail(lines));
    }

    private static String summary(Opinion opinion) {
        if (!opinion.summary().isBlank() || opinion.findings().isEmpty()) {
            return opinion.summary();
        }
        return opinion.findings().get(0);
    }

    private static GateVerdict broken(AgentGateContext gate, AgentReading reading, Evidence evidence) {
        Outcome failure = reading.failure() == null
                ? new Outcome.AgentFailed(gate.agent() + " gave no verdict that can be read")
                : reading.failure();
        evidence.write(failure.message(), reading.text());
        return new GateVerdict(gate.name(), Verdict.BROKEN, gate.required(), failure.message(), gate.evidence())
                .withCause(failure);
    }
}
