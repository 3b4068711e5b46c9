package dev.lindy.activities.gate;

import dev.lindy.activities.ByToken;
import dev.lindy.activities.ProgramOwners;
import dev.lindy.activities.run.ProgramKeys;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activity.JudgeTree;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.Task;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramOwner;
import dev.lindy.process.ProgramSpec;
import dev.lindy.process.Programs;
import dev.lindy.project.config.ResolvedGate;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Verdict;
import io.temporal.activity.Activity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Judges by the exit code of a program; {@link GateReader} reads what it leaves. */
final class CommandGate implements GateJudge {

    /** Time between TERM and KILL for a gate that takes too long. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Programs programs;
    private final GateCheckout checkout;

    CommandGate(Programs programs, GateCheckout checkout) {
        this.programs = programs;
        this.checkout = checkout;
    }

    @Override
    public GateVerdict judge(GateCase gate) {
        Optional<GateVerdict> known = known(gate);
        if (known.isPresent()) {
            return known.get();
        }
        if (gate.gate().diffOnly() && gate.changed().isEmpty()) {
            return new GateVerdict(
                    gate.gate().name(), Verdict.PASSED, gate.gate().required(), "nothing changed", "");
        }
        return start(gate);
    }

    /**
     * A verdict that still answers for its tree. A rejection does not: what was wrong may have been outside of the
     * tree, and a person who asks for another attempt has mended it. Who asks once more wants a new one.
     */
    private static Optional<GateVerdict> known(GateCase gate) {
        if (gate.request().number() > 1) {
            return Optional.empty();
        }
        boolean onBase = gate.request().place() == JudgeTree.Place.BASE;
        return new VerdictStore(gate.run().folder())
                .find(gate.task().module(), gate.gate().key(), gate.tree())
                .filter(verdict -> onBase || !verdict.blocks());
    }

    private GateVerdict start(GateCase gate) {
        RunContext run = gate.run();
        JudgeTree request = gate.request();
        ProgramKey key = ProgramKeys.gate(request, gate.tree());
        ProgramOwner owner = ProgramOwners.of(Activity.getExecutionContext());
        if (programs.rebind(key, owner)) {
            return ByToken.later();
        }
        Path project = checkout.of(run, request);
        Path module = project.resolve(run.module(gate.task().module()).folder()).normalize();
        GateCommandLine line = GateCommandLine.of(gate.gate(), project, module, gate.changed());
        GateContext context = new GateContext(
                request,
                gate.tree(),
                gate.task().module(),
                gate.gate().name(),
                gate.gate().required(),
                line.text(),
                run.artifacts().name(gate.evidence()),
                isProjectWide(gate.task(), gate.gate()) && request.place() != JudgeTree.Place.BASE,
                project.toString());
        programs.request(new ProgramSpec(
                key,
                GateReader.KIND,
                line.arguments(),
                line.folder(),
                run.gateEnvironment(),
                null,
                live(run, key, "stdout"),
                live(run, key, "stderr"),
                gate.gate().timeout(),
                GRACE,
                null,
                owner,
                Map.of(
                        "run", request.run().run().value(),
                        "task", request.task().toString(),
                        "attempt", Integer.toString(request.attempt()),
                        "gate", gate.gate().name()),
                Payloads.mapper().valueToTree(context)));
        return ByToken.later();
    }

    /** Whether a rejection may be excused by the base commit; what the plan asks for itself never is. */
    private static boolean isProjectWide(Task task, ResolvedGate gate) {
        return !gate.fromPlan()
                && task.gates().stream().noneMatch(spec -> spec.gate().equals(gate.name()));
    }

    private static Path live(RunContext run, ProgramKey key, String stream) {
        return run.folder().live(key.value()).resolve(stream);
    }
}
