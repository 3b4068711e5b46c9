package dev.lindy.activities.gate;

import dev.lindy.activities.ByToken;
import dev.lindy.activities.ProgramOwners;
import dev.lindy.activities.failure.LindyException;
import dev.lindy.activities.git.Changes;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.git.Workspace;
import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.ProgramKeys;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.activities.run.RunLog;
import dev.lindy.activities.run.WorkspaceFile;
import dev.lindy.activity.GateActivities;
import dev.lindy.activity.JudgeTree;
import dev.lindy.failure.FailureType;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.Task;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramOwner;
import dev.lindy.process.ProgramSpec;
import dev.lindy.process.Programs;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ResolvedGate;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Verdict;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.Redactor;
import io.temporal.activity.Activity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs gates on trees; {@link GateReader} reads what their programs leave. */
public final class Gates implements GateActivities {

    /** Time between TERM and KILL for a gate that takes too long. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final RunContexts contexts;
    private final Repositories repositories;
    private final PlanStore plans;
    private final RunLog log;
    private final Programs programs;

    public Gates(RunContexts contexts, Repositories repositories, PlanStore plans, RunLog log, Programs programs) {
        this.contexts = contexts;
        this.repositories = repositories;
        this.plans = plans;
        this.log = log;
        this.programs = programs;
    }

    @Override
    public GateVerdict judge(JudgeTree request) {
        RunContext run = contexts.of(request.run());
        if (request.state() != null) {
            log.show(run, request.plan().plan(), request.state());
        }
        Task task = plans.task(run, request.plan().plan(), request.task());
        ResolvedGate gate = gate(run, task, request);
        Repository repository = repositories.of(run);
        String tree = new Changes(repository).treeOf(request.commit());
        VerdictStore verdicts = new VerdictStore(run.folder());
        Optional<GateVerdict> known = gate.kind() == ResolvedGate.Kind.COMMAND
                ? verdicts.find(task.module(), gate.key(), tree).filter(verdict -> holds(verdict, request.place()))
                : Optional.empty();
        if (known.isPresent()) {
            return known.get();
        }
        List<String> changed = changed(repository, request);
        if (gate.kind() == ResolvedGate.Kind.STRUCTURAL) {
            return structural(run, task, gate, request, changed);
        }
        if (gate.diffOnly() && changed.isEmpty()) {
            return new GateVerdict(gate.name(), Verdict.PASSED, gate.required(), "nothing changed", "");
        }
        return start(run, task, gate, request, tree, changed);
    }

    /**
     * Whether a verdict still answers for its tree. A rejection does not: what was wrong may have been outside of the
     * tree, and a person who asks for another attempt has mended it.
     */
    private static boolean holds(GateVerdict verdict, JudgeTree.Place place) {
        return place == JudgeTree.Place.BASE || !verdict.blocks();
    }

    private static ResolvedGate gate(RunContext run, Task task, JudgeTree request) {
        return new GateCatalog(run.config())
                .resolve(task.module(), task.gates()).stream()
                        .filter(gate -> gate.key().equals(request.gate()))
                        .findFirst()
                        .orElseThrow(() -> new LindyException(
                                FailureType.REQUEST_INVALID,
                                "task " + task.id().value() + " has no gate `" + request.gate() + "`",
                                ""));
    }

    /** Files of the change, relative to the project where they are inside of it. */
    private static List<String> changed(Repository repository, JudgeTree request) {
        String prefix = repository.projectPrefix();
        return new Changes(repository)
                .files(request.base(), request.commit()).stream()
                        .map(file -> file.startsWith(prefix) ? file.substring(prefix.length()) : "../" + file)
                        .toList();
    }

    private static GateVerdict structural(
            RunContext run, Task task, ResolvedGate gate, JudgeTree request, List<String> changed) {
        ModuleConfig module = run.module(task.module());
        StructuralRules rules = new StructuralRules(
                module.folder(),
                gate.structural().enforceModuleBoundary(),
                gate.structural().sensitivePatterns());
        Redactor redactor = run.redactor();
        List<String> violations =
                rules.violations(changed).stream().map(redactor::redact).toList();
        String evidence = "";
        if (!violations.isEmpty()) {
            Path file = evidence(run, request, gate);
            PrivateFiles.write(file, (String.join("\n", violations) + "\n").getBytes(StandardCharsets.UTF_8));
            evidence = run.artifacts().name(file);
        }
        GateVerdict verdict = new GateVerdict(
                gate.name(),
                violations.isEmpty() ? Verdict.PASSED : Verdict.REJECTED,
                gate.required(),
                violations.isEmpty() ? "" : violations.get(0),
                evidence,
                GateEvidence.tail(violations));
        GateLog.append(run, request, verdict);
        return verdict;
    }

    private GateVerdict start(
            RunContext run, Task task, ResolvedGate gate, JudgeTree request, String tree, List<String> changed) {
        ProgramKey key = ProgramKeys.gate(request, tree);
        ProgramOwner owner = ProgramOwners.of(Activity.getExecutionContext());
        if (programs.rebind(key, owner)) {
            return ByToken.later();
        }
        Path project = checkout(run, request);
        Path module = project.resolve(run.module(task.module()).folder()).normalize();
        GateCommandLine line = GateCommandLine.of(gate, project, module, changed);
        Path evidence = evidence(run, request, gate);
        GateContext context = new GateContext(
                request,
                tree,
                task.module(),
                gate.name(),
                gate.required(),
                line.text(),
                run.artifacts().name(evidence),
                isProjectWide(task, gate) && request.place() != JudgeTree.Place.BASE);
        programs.request(new ProgramSpec(
                key,
                GateReader.KIND,
                line.arguments(),
                line.folder(),
                run.gateEnvironment(),
                null,
                live(run, key, "stdout"),
                live(run, key, "stderr"),
                gate.timeout(),
                GRACE,
                null,
                owner,
                Map.of(
                        "run", request.run().run().value(),
                        "task", request.task().toString(),
                        "attempt", Integer.toString(request.attempt()),
                        "gate", gate.name()),
                Payloads.mapper().valueToTree(context)));
        return ByToken.later();
    }

    /** Whether a rejection may be excused by the base commit; what the plan asks for itself never is. */
    private static boolean isProjectWide(Task task, ResolvedGate gate) {
        return !gate.fromPlan()
                && task.gates().stream().noneMatch(spec -> spec.gate().equals(gate.name()));
    }

    /** The project's folder of a worktree that has the commit checked out. */
    private Path checkout(RunContext run, JudgeTree request) {
        if (request.place() == JudgeTree.Place.BASE) {
            Path folder = contexts.state().worktrees(request.run().run()).resolve("base");
            return Repositories.usable(() -> repositories
                    .workspaces(run)
                    .prepareBase(request.commit(), folder)
                    .project());
        }
        Workspace workspace = WorkspaceFile.of(run.folder(), request.task())
                .read()
                .orElseThrow(() -> new LindyException(
                        FailureType.WORKSPACE_UNUSABLE,
                        "the worktree of " + request.task() + " is gone",
                        "start the task again with `lindy retry`"));
        repositories.workspaces(run).ensureAt(workspace, request.commit());
        return workspace.project();
    }

    private static Path evidence(RunContext run, JudgeTree request, ResolvedGate gate) {
        String place = request.place() == JudgeTree.Place.ATTEMPT
                ? ""
                : "." + request.place().name().toLowerCase(Locale.ROOT);
        String name = "gate-" + gate.key() + place + (request.number() > 1 ? "." + request.number() : "") + ".txt";
        return request.place() == JudgeTree.Place.BASE
                ? run.folder().root().resolve("baseline").resolve(FileNames.of(request.task() + " " + name))
                : run.folder().attempt(request.task(), request.attempt()).resolve(name);
    }

    private static Path live(RunContext run, ProgramKey key, String stream) {
        return run.folder().live(key.value()).resolve(stream);
    }
}
