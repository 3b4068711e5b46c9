package dev.lindy.activities.gate;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.activities.git.ChangedFile;
import dev.lindy.activities.git.Changes;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.activities.run.RunLog;
import dev.lindy.activity.GateActivities;
import dev.lindy.activity.JudgeTree;
import dev.lindy.failure.FailureType;
import dev.lindy.plan.Task;
import dev.lindy.process.Programs;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.GateCommand;
import dev.lindy.project.config.ResolvedGate;
import dev.lindy.run.GateVerdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the gate that is asked for and hands it to the {@link GateJudge} of its kind. */
public final class Gates implements GateActivities {

    private final RunContexts contexts;
    private final Repositories repositories;
    private final PlanStore plans;
    private final RunLog log;
    private final Map<ResolvedGate.Kind, GateJudge> judges = new EnumMap<>(ResolvedGate.Kind.class);

    /** @param agents judges what has to be read */
    public Gates(
            RunContexts contexts,
            Repositories repositories,
            PlanStore plans,
            RunLog log,
            Programs programs,
            GateJudge agents) {
        this.contexts = contexts;
        this.repositories = repositories;
        this.plans = plans;
        this.log = log;
        GateCheckout checkout = new GateCheckout(contexts.state(), repositories);
        judges.put(ResolvedGate.Kind.COMMAND, new CommandGate(programs, checkout));
        judges.put(ResolvedGate.Kind.STRUCTURAL, new StructuralGate());
        judges.put(ResolvedGate.Kind.LAYERS, new LayerGate());
        judges.put(ResolvedGate.Kind.REVIEW, agents);
        judges.put(ResolvedGate.Kind.EVALUATION, agents);
    }

    @Override
    public GateVerdict judge(JudgeTree request) {
        GateCase asked = find(request);
        GateJudge judge = judges.get(asked.gate().kind());
        if (judge == null) {
            throw new IllegalStateException(
                    "Unexpected kind of gate: " + asked.gate().kind());
        }
        return judge.judge(asked);
    }

    /** The gate that is asked for, with all that it needs; shows that the task is being judged. */
    public GateCase find(JudgeTree request) {
        RunContext run = contexts.of(request.run());
        if (request.state() != null) {
            log.show(run, request.plan().plan(), request.state());
        }
        Task task = plans.task(run, request.plan().plan(), request.task());
        ResolvedGate gate = gate(run, task, request);
        Repository repository = repositories.of(run);
        String tree = new Changes(repository).treeOf(request.commit());
        return new GateCase(run, repository, task, gate, request, tree, changed(repository, gate, request));
    }

    private static ResolvedGate gate(RunContext run, Task task, JudgeTree request) {
        // whether there are layers was decided when the task was planned
        return new GateCatalog(run.config(), module -> true)
                .resolve(task).stream()
                        .filter(gate -> gate.key().equals(request.gate()))
                        .findFirst()
                        .orElseThrow(() -> new LindyException(
                                FailureType.REQUEST_INVALID,
                                "task " + task.id().value() + " has no gate `" + request.gate() + "`",
                                ""));
    }

    /**
     * Files of the change where the gate asks for them, relative to the project where they are inside of it; no deleted
     * ones, which no program could read.
     */
    private static List<String> changed(Repository repository, ResolvedGate gate, JudgeTree request) {
        GateCommand command = gate.command();
        if (command == null || !(gate.diffOnly() || command.text().contains("{changed_files}"))) {
            return List.of();
        }
        String prefix = repository.projectPrefix();
        return new Changes(repository)
                .between(request.base(), request.commit()).stream()
                        .filter(file -> !file.isGone())
                        .map(ChangedFile::path)
                        .map(file -> file.startsWith(prefix) ? file.substring(prefix.length()) : "../" + file)
                        .toList();
    }
}
