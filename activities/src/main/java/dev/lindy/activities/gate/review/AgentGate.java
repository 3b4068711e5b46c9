package dev.lindy.activities.gate.review;

import dev.lindy.activities.ByToken;
import dev.lindy.activities.ProgramOwners;
import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentPlace;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.Agents;
import dev.lindy.activities.failure.LindyException;
import dev.lindy.activities.gate.GateCase;
import dev.lindy.activities.gate.GateJudge;
import dev.lindy.activities.gate.VerdictStore;
import dev.lindy.activities.git.RefGuard;
import dev.lindy.activities.run.ProgramKeys;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import dev.lindy.failure.FailureType;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramOwner;
import dev.lindy.process.Programs;
import dev.lindy.project.config.AgentChoice;
import dev.lindy.project.config.AgentChoices;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.Verdict;
import dev.lindy.state.StateDirectory;
import io.temporal.activity.Activity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Starts an agent that may only read, in a worktree of its own; {@link AgentGateReader} reads its verdict. Idempotent by
 * gate, tree and number: a second delivery finds the same program, or its end.
 */
public final class AgentGate implements GateJudge {

    private final StateDirectory state;
    private final Programs programs;
    private final Agents agents;

    public AgentGate(StateDirectory state, Programs programs, Agents agents) {
        this.state = state;
        this.programs = programs;
        this.agents = agents;
    }

    @Override
    public GateVerdict judge(GateCase gate) {
        ProgramKey key = ProgramKeys.gate(gate.request(), gate.tree());
        ProgramOwner owner = ProgramOwners.of(Activity.getExecutionContext());
        if (programs.rebind(key, owner)) {
            return ByToken.later();
        }
        return known(gate).orElseGet(() -> start(gate, key, owner));
    }

    /** An earlier verdict on the same tree, paid for already. A rejection is asked for again, as of every gate. */
    private static Optional<GateVerdict> known(GateCase gate) {
        return new VerdictStore(gate.run().folder())
                .find(gate.task().module(), Judged.name(gate), gate.tree())
                .filter(verdict -> !verdict.blocks())
                .map(verdict -> verdict.withCost(null, false));
    }

    private GateVerdict start(GateCase gate, ProgramKey key, ProgramOwner owner) {
        RunContext run = gate.run();
        Agent agent = agent(run);
        boolean structured = agent.capabilities().answersJsonSchema();
        Question question = Question.of(gate.gate(), run.config());
        String prompt = question.prompt(new Briefing(gate).facts(), gate.task(), structured);
        AgentRequest asked = asked(run, key, run.redactor().redact(prompt), structured ? question.schema() : null);
        Optional<Outcome> refusal = agent.refusal(asked);
        if (refusal.isPresent()) {
            Outcome why = refusal.get();
            return new GateVerdict(
                            gate.gate().name(), Verdict.BROKEN, gate.gate().required(), why.message(), "")
                    .withCause(why);
        }
        Path folder = state.review(run.ref().run(), folderName(gate));
        Path project = ReviewWorktree.of(gate.repository(), run, folder)
                .prepare(gate.request().commit())
                .project();
        AgentCommand command =
                agent.command(asked.at(new AgentPlace(project, run.folder().live(key.value()))));
        AgentGateContext context = new AgentGateContext(
                gate.request(),
                gate.tree(),
                gate.task().module(),
                gate.gate().name(),
                Judged.name(gate),
                gate.gate().required(),
                run.artifacts().name(gate.evidence()),
                agent.name(),
                String.valueOf(asked.newSession()),
                structured,
                folder,
                new RefGuard(gate.repository(), Repositories.prefix(run)).snapshot());
        programs.request(new JudgingProgram(gate, key, owner, project, context).spec(asked, command));
        return ByToken.later();
    }

    private Agent agent(RunContext run) {
        String name = run.config().evaluator().provider();
        return agents.find(name)
                .orElseThrow(() -> new LindyException(
                        FailureType.PLAN_INVALID,
                        agents.problem(name).orElse("agent `" + name + "` is not known"),
                        "set `evaluator.provider` in orchestrator.yaml"));
    }

    private static AgentRequest asked(RunContext run, ProgramKey key, String prompt, @Nullable String schema) {
        AgentChoice choice = new AgentChoices(run.config()).evaluator();
        Map<String, String> environment = new TreeMap<>(run.environment());
        if (run.config().agents().sandboxed()) {
            environment.put("IS_SANDBOX", "1");
        }
        return new AgentRequest(
                prompt,
                UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                null,
                choice.permissionMode(),
                schema,
                run.config().agents().maxTurns(),
                run.config().agents().maxBudgetUsdPerAttempt(),
                choice.model(),
                environment,
                choice.effort(),
                null,
                run.config().agents().command());
    }

    private static String folderName(GateCase gate) {
        return "t%d.a%d.%s.%d"
                .formatted(
                        gate.request().task().value(),
                        gate.request().attempt(),
                        gate.gate().key(),
                        gate.request().number());
    }
}
