package dev.lindy.activities.attempt;

import dev.lindy.activities.ByToken;
import dev.lindy.activities.ProgramOwners;
import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentPlace;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.Agents;
import dev.lindy.activities.failure.LindyException;
import dev.lindy.activities.git.RefGuard;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.git.Workspace;
import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.ProgramKeys;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.activities.run.RunLog;
import dev.lindy.activities.run.WorkspaceFile;
import dev.lindy.activity.AgentActivities;
import dev.lindy.activity.AgentResult;
import dev.lindy.activity.Dispatch;
import dev.lindy.failpoint.FailPoint;
import dev.lindy.failure.FailureType;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.Plan;
import dev.lindy.plan.Task;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramSpec;
import dev.lindy.process.Programs;
import dev.lindy.project.config.AgentChoice;
import dev.lindy.project.config.AgentsConfig;
import dev.lindy.project.config.GeneratorConfig;
import dev.lindy.project.config.LifecycleHooks;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.TaskState;
import dev.lindy.state.PrivateFiles;
import io.temporal.activity.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Starts agents in worktrees of their own; {@link AttemptReader} reads what they leave. */
public final class Attempts implements AgentActivities {

    /** Time an agent has to end after TERM, before KILL: a canceled one is gone in 10 s, whatever it ignores. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final RunContexts contexts;
    private final Repositories repositories;
    private final PlanStore plans;
    private final RunLog log;
    private final Programs programs;
    private final Agents agents;
    private final Hooks hooks;

    public Attempts(
            RunContexts contexts,
            Repositories repositories,
            PlanStore plans,
            RunLog log,
            Programs programs,
            Agents agents) {
        this.contexts = contexts;
        this.repositories = repositories;
        this.plans = plans;
        this.log = log;
        this.programs = programs;
        this.agents = agents;
        hooks = new Hooks(programs);
    }

    @Override
    public AgentResult dispatch(Dispatch request) {
        RunContext run = contexts.of(request.run());
        ProgramKey key = ProgramKeys.agent(request);
        if (programs.rebind(key, ProgramOwners.of(Activity.getExecutionContext()))) {
            log.show(run, request.plan().plan(), started(run, request));
            return ByToken.later();
        }
        log.decide(
                run,
                request.plan().plan(),
                started(run, request),
                "%s: attempt %d".formatted(request.task(), request.attempt()));
        FailPoint.ATTEMPT_DECIDED.pass();
        return launch(run, request, key);
    }

    /** The task's state with the name of the agent, which the Workflow learns with the result. */
    private TaskState started(RunContext run, Dispatch request) {
        List<Attempt> attempts = request.state().attempts();
        Attempt last = attempts.get(attempts.size() - 1);
        AgentChoice choice = Assignment.of(run, request, task(run, request)).choice();
        return request.state().withAttempt(last.withAgent(choice.provider(), choice.model()));
    }

    private Task task(RunContext run, Dispatch request) {
        return plans.task(run, request.plan().plan(), request.task());
    }

    private AgentResult launch(RunContext run, Dispatch request, ProgramKey key) {
        Plan plan = plans.read(run, request.plan().plan());
        Task task = task(run, request);
        Assignment assignment = Assignment.of(run, request, task);
        Agent agent = agent(assignment.choice().provider());
        Repository repository = repositories.of(run);
        Workspace workspace = prepare(run, request);
        boolean resumed = assignment.resumes() && agent.capabilities().resumesSessions();
        String prompt =
                run.redactor().redact(new Prompts(run, repository).of(request, task, plan.goal(), workspace, resumed));
        AttemptFiles files = new AttemptFiles(run.folder(), request.task(), request.attempt(), request.part());
        AgentRequest asked = asked(run, assignment, prompt, resumed)
                .at(new AgentPlace(workspace.project(), PrivateFiles.folder(files.live())));
        Optional<Outcome> refusal = agent.refusal(asked);
        if (refusal.isPresent()) {
            return refused(refusal.get(), assignment, workspace, files);
        }
        AgentCommand command = agent.command(asked);
        files.writePrompt(command.stdin());
        AttemptContext context = new AttemptContext(
                request,
                workspace,
                agent.name(),
                asked.newSession(),
                asked.resumeSession(),
                new RefGuard(repository, Repositories.prefix(run)).snapshot(),
                new TrustedFiles(programs).of(run, repository),
                asked.model(),
                assignment.failoverLeft(),
                assignment.next());
        programs.request(spec(run, request, key, task, workspace, asked, command, files, context));
        return ByToken.later();
    }

    private Agent agent(String name) {
        return agents.find(name)
                .orElseThrow(() -> new LindyException(
                        FailureType.PLAN_INVALID,
                        agents.problem(name).orElse("agent `" + name + "` is not known"),
                        "name another one in orchestrator.yaml or in the plan"));
    }

    private Workspace prepare(RunContext run, Dispatch request) {
        String tip = repositories.goal(run, request.plan().base().commit()).tip();
        Workspace workspace = Repositories.usable(() -> repositories
                .workspaces(run)
                .prepare(
                        request.run().run(),
                        request.task(),
                        tip,
                        contexts.state()
                                .worktrees(request.run().run())
                                .resolve(request.task().toString())));
        WorkspaceFile.of(run.folder(), request.task()).write(workspace);
        LifecycleHooks lines = run.config().lifecycleHooks();
        List<String> warnings = new ArrayList<>();
        if (request.attempt() == 1 && request.part() == 0) {
            hooks.run(run, request, workspace, "after_create", lines.afterCreate())
                    .ifPresent(warnings::add);
        }
        hooks.run(run, request, workspace, "before_run", lines.beforeRun()).ifPresent(warnings::add);
        warnings.addAll(workspace.notes());
        return new Workspace(
                workspace.run(),
                workspace.task(),
                workspace.root(),
                workspace.project(),
                workspace.branch(),
                workspace.startCommit(),
                workspace.brought(),
                warnings);
    }

    private static AgentRequest asked(RunContext run, Assignment assignment, String prompt, boolean resumed) {
        AgentChoice choice = assignment.choice();
        AgentsConfig limits = run.config().agents();
        Map<String, String> environment = new TreeMap<>(run.environment());
        if (limits.sandboxed()) {
            environment.put("IS_SANDBOX", "1");
        }
        return new AgentRequest(
                prompt,
                resumed ? null : assignment.newSession(),
                resumed ? assignment.session() : null,
                choice.permissionMode(),
                null,
                limits.maxTurns(),
                limits.maxBudgetUsdPerAttempt(),
                choice.model(),
                environment,
                choice.effort(),
                null,
                limits.command());
    }

    private static AgentResult refused(Outcome why, Assignment assignment, Workspace workspace, AttemptFiles files) {
        List<String> notes = new ArrayList<>(workspace.notes());
        assignment.handOver(why).ifPresent(notes::add);
        files.addNotes(notes);
        AgentChoice choice = assignment.choice();
        return new AgentResult(
                why,
                null,
                null,
                false,
                choice.provider(),
                null,
                0,
                workspace.branch(),
                notes,
                choice.model(),
                false,
                assignment.failoverLeft());
    }

    private static ProgramSpec spec(
            RunContext run,
            Dispatch request,
            ProgramKey key,
            Task task,
            Workspace workspace,
            AgentRequest asked,
            AgentCommand command,
            AttemptFiles files,
            AttemptContext context) {
        GeneratorConfig limits = run.config().generator();
        Map<String, String> environment = new TreeMap<>(asked.environment());
        environment.putAll(command.environment());
        Integer timeout = task.timeoutSeconds();
        Integer stall = task.stallSeconds();
        return new ProgramSpec(
                key,
                AttemptReader.KIND,
                command.arguments(),
                workspace.project(),
                environment,
                files.liveStdin(),
                files.liveStdout(),
                files.liveStderr(),
                timeout == null ? limits.timeout() : Duration.ofSeconds(timeout),
                GRACE,
                stall == null ? limits.stallTimeout() : Duration.ofSeconds(stall),
                ProgramOwners.of(Activity.getExecutionContext()),
                Map.of(
                        "run", request.run().run().value(),
                        "task", request.task().toString(),
                        "attempt", Integer.toString(request.attempt()),
                        "agent", context.agent()),
                Payloads.mapper().valueToTree(context));
    }
}
