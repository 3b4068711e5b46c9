package dev.lindy.activities.plan;

import dev.lindy.activities.ByToken;
import dev.lindy.activities.ProgramOwners;
import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentPlace;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.prompt.PlanSchema;
import dev.lindy.activities.prompt.PlannerFacts;
import dev.lindy.activities.prompt.PlannerPrompt;
import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.ProgramKeys;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.activity.PlanActivities;
import dev.lindy.activity.PlanAnswer;
import dev.lindy.activity.PlanPage;
import dev.lindy.activity.PlanPageRequest;
import dev.lindy.activity.PlanRequest;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.PlannedTask;
import dev.lindy.activity.Polling;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.Plan;
import dev.lindy.plan.PlanDocument;
import dev.lindy.plan.Task;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramOwner;
import dev.lindy.process.ProgramSpec;
import dev.lindy.process.Programs;
import dev.lindy.project.config.AgentChoice;
import dev.lindy.project.config.AgentChoices;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.PlannerConfig;
import dev.lindy.project.config.ResolvedGate;
import dev.lindy.project.scan.ProjectGates;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.Projection;
import dev.lindy.text.SafeText;
import io.temporal.activity.Activity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Gets plans from files and from the planner; {@link PlannerReader} reads the planner's answers. */
public final class Planning implements PlanActivities {

    /** A canceled agent is gone in 10 s, also one that ignores TERM. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int MAX_TITLE = 100;

    private final RunContexts contexts;
    private final PlanStore plans;
    private final Projection projection;
    private final Programs programs;
    private final Planners planners;

    public Planning(
            RunContexts contexts, PlanStore plans, Projection projection, Programs programs, Planners planners) {
        this.contexts = contexts;
        this.plans = plans;
        this.projection = projection;
        this.programs = programs;
        this.planners = planners;
    }

    @Override
    public PlanAnswer plan(PlanRequest request) {
        RunContext run = contexts.of(request.run());
        ArtifactRef file = request.file();
        if (file != null) {
            String text = new String(run.artifacts().read(file), StandardCharsets.UTF_8);
            String name = Path.of(file.path()).getFileName().toString();
            return new PlanCheck(run, plans).check(PlanDocument.parse(text, name), name, 0);
        }
        ProgramKey key = ProgramKeys.planner(request);
        ProgramOwner owner = ProgramOwners.of(Activity.getExecutionContext());
        if (programs.rebind(key, owner)) {
            return ByToken.later();
        }
        return ask(run, request, key, owner);
    }

    private PlanAnswer ask(RunContext run, PlanRequest request, ProgramKey key, ProgramOwner owner) {
        PlannerConfig planner = run.config().planner();
        AgentChoice choice = new AgentChoices(run.config()).planner();
        Agent agent = planners.of(planner);
        String goal = new String(run.artifacts().read(request.goal()), StandardCharsets.UTF_8);
        PlannerFacts facts = PlannerBriefing.of(run, goal);
        Map<String, String> environment = new TreeMap<>(run.environment());
        AgentRequest asked = new AgentRequest(
                run.redactor().redact(PlannerPrompt.again(facts, request.problems())),
                UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                null,
                choice.permissionMode(),
                PlanSchema.of(facts),
                null,
                run.config().agents().maxBudgetUsdPerAttempt(),
                planner.isApi() ? planner.model() : choice.model(),
                environment,
                choice.effort(),
                new AgentPlace(run.projectRoot(), run.folder().live(key.value())),
                run.config().agents().command());
        Optional<dev.lindy.run.Outcome> refusal = agent.refusal(asked);
        if (refusal.isPresent()) {
            return new PlanAnswer(null, List.of(), refusal.get(), 0);
        }
        AgentCommand command = agent.command(asked);
        programs.request(spec(run, request, key, owner, agent, asked, command));
        return ByToken.later();
    }

    private static ProgramSpec spec(
            RunContext run,
            PlanRequest request,
            ProgramKey key,
            ProgramOwner owner,
            Agent agent,
            AgentRequest asked,
            AgentCommand command) {
        Path live = run.folder().live(key.value());
        PrivateFiles.write(live.resolve("stdin"), command.stdin().getBytes(StandardCharsets.UTF_8));
        PrivateFiles.write(
                run.folder().planning(request.number()).resolve("prompt.md"),
                command.stdin().getBytes(StandardCharsets.UTF_8));
        Map<String, String> environment = new TreeMap<>(run.environment());
        environment.putAll(command.environment());
        return new ProgramSpec(
                key,
                PlannerReader.KIND,
                command.arguments(),
                run.projectRoot(),
                environment,
                live.resolve("stdin"),
                live.resolve("stdout"),
                live.resolve("stderr"),
                run.config().generator().timeout(),
                GRACE,
                run.config().generator().stallTimeout(),
                owner,
                Map.of("run", request.run().run().value(), "agent", agent.name()),
                Payloads.mapper()
                        .valueToTree(new PlannerContext(request, agent.name(), String.valueOf(asked.newSession()))));
    }

    @Override
    public PlanPage read(PlanPageRequest request) {
        RunContext run = contexts.of(request.run());
        Plan plan = plans.read(run, request.plan());
        List<Task> page = plan.tasks().stream()
                .skip(request.offset())
                .limit(PlanPage.SIZE)
                .toList();
        GateCatalog gates = ProjectGates.of(run.config(), run.projectRoot());
        return new PlanPage(
                plan.tasks().size(),
                page.stream()
                        .map(task -> planned(task, gates, run.config().gates().rerunRejected()))
                        .toList(),
                page.stream().map(task -> state(run, task)).toList());
    }

    private TaskState state(RunContext run, Task task) {
        TaskState state = projection
                .row(run.folder(), task.id())
                .map(TaskRow::state)
                .orElseGet(() -> TaskState.pending(task.id()));
        return task.completed() && state.status() != TaskStatus.COMPLETED ? state.completed(null) : state;
    }

    private static PlannedTask planned(Task task, GateCatalog gates, int reruns) {
        return new PlannedTask(
                task.id(),
                task.module(),
                SafeText.line(task.description(), MAX_TITLE),
                task.dependsOn(),
                task.priority(),
                task.size(),
                task.changes(),
                gates.resolve(task).stream()
                        .map(gate -> planned(gate, isNamed(task, gate), reruns))
                        .toList());
    }

    /** A gate that the plan itself asks for is an acceptance check: what holds on the base says nothing. */
    private static boolean isNamed(Task task, ResolvedGate gate) {
        return gate.fromPlan()
                || task.gates().stream().anyMatch(spec -> spec.gate().equals(gate.name()));
    }

    private static PlannedGate planned(ResolvedGate gate, boolean named, int reruns) {
        boolean command = gate.kind() == ResolvedGate.Kind.COMMAND;
        return new PlannedGate(
                gate.key(),
                gate.name(),
                gate.required(),
                command && gate.required() && !named && !gate.diffOnly(),
                command && gate.required(),
                gate.kind() == ResolvedGate.Kind.STRUCTURAL || gate.kind() == ResolvedGate.Kind.LAYERS,
                gate.kind() == ResolvedGate.Kind.CI
                        ? new Polling(gate.timeout(), gate.ci().pollInterval())
                        : null,
                command ? reruns : 0,
                gate.kind() == ResolvedGate.Kind.REVIEW || gate.kind() == ResolvedGate.Kind.EVALUATION);
    }
}
