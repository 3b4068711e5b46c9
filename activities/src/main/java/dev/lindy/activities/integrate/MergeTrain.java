package dev.lindy.activities.integrate;

import dev.lindy.activities.attempt.Hooks;
import dev.lindy.activities.git.GoalBranch;
import dev.lindy.activities.git.Integration;
import dev.lindy.activities.git.MergeOrder;
import dev.lindy.activities.git.MergeParts;
import dev.lindy.activities.git.RefUpdate;
import dev.lindy.activities.git.Workspace;
import dev.lindy.activities.git.Workspaces;
import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.activities.run.RunLog;
import dev.lindy.activities.run.RunSnapshots;
import dev.lindy.activities.run.WorkspaceFile;
import dev.lindy.activity.ArtifactPlan;
import dev.lindy.activity.IntegrateActivities;
import dev.lindy.activity.MergeCandidate;
import dev.lindy.activity.MergeResult;
import dev.lindy.activity.PublishMerge;
import dev.lindy.activity.RunRef;
import dev.lindy.failpoint.FailPoint;
import dev.lindy.plan.Task;
import dev.lindy.plan.TaskId;
import dev.lindy.process.Programs;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.status.edit.MergedTask;
import dev.lindy.run.Attempt;
import dev.lindy.run.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings candidates to the goal branch; goal ref and journal move together. */
public final class MergeTrain implements IntegrateActivities {

    private static final Logger LOG = LoggerFactory.getLogger(MergeTrain.class);

    private final RunContexts contexts;
    private final Repositories repositories;
    private final PlanStore plans;
    private final RunLog log;
    private final Hooks hooks;

    public MergeTrain(RunContexts contexts, Repositories repositories, PlanStore plans, RunLog log, Programs programs) {
        this.contexts = contexts;
        this.repositories = repositories;
        this.plans = plans;
        this.log = log;
        hooks = new Hooks(programs);
    }

    @Override
    public MergeResult merge(MergeCandidate request) {
        RunContext run = contexts.of(request.run());
        log.show(run, request.plan().plan(), request.state());
        Task task = plans.task(run, request.plan().plan(), request.task());
        GoalBranch goal = goal(run, request.plan());
        Path worktree = worktree(request.run(), request.task());
        MergeResult result = new Integration(repositories.of(run), goal)
                .merge(
                        new MergeOrder(
                                request.run().run(),
                                request.task(),
                                request.attempt(),
                                request.candidate(),
                                request.base(),
                                request.gatesOnMergedTree(),
                                task.description(),
                                worktree,
                                at(request)),
                        status(run, request, task));
        if (result instanceof MergeResult.NeedsGates needed) {
            workspace(run, request.task())
                    .ifPresent(workspace -> repositories.workspaces(run).ensureAt(workspace, needed.mergeCommit()));
        }
        return finish(run, goal, request.task(), result);
    }

    @Override
    public MergeResult publish(PublishMerge request) {
        RunContext run = contexts.of(request.run());
        GoalBranch goal = goal(run, request.plan());
        MergeResult result = new Integration(repositories.of(run), goal)
                .publish(
                        request.run().run(),
                        request.task(),
                        request.mergeCommit(),
                        request.tip(),
                        journal(run, request.plan(), request.state()));
        return finish(run, goal, request.task(), result);
    }

    /** A merged task's worktree is not needed any more; it is kept where anything would be lost. */
    private MergeResult finish(RunContext run, GoalBranch goal, TaskId task, MergeResult result) {
        if (result instanceof MergeResult.Merged) {
            Workspaces workspaces = repositories.workspaces(run);
            workspace(run, task).ifPresent(workspace -> {
                if (Files.isDirectory(workspace.root())) {
                    hooks.beforeRemove(run, workspace).ifPresent(warning -> LOG.warn("{}", warning));
                }
                workspaces.remove(workspace, goal.tip());
            });
            FailPoint.MERGE_DONE.pass();
        }
        return run.redactor().redact(result, MergeResult.class);
    }

    private GoalBranch goal(RunContext run, ArtifactPlan plan) {
        return repositories.goal(run, plan.base().commit());
    }

    private static Optional<Workspace> workspace(RunContext run, TaskId task) {
        return WorkspaceFile.of(run.folder(), task).read();
    }

    private Path worktree(RunRef run, TaskId task) {
        return contexts.state().worktrees(run.run()).resolve(task.toString());
    }

    /** An old history does not say when; the start of the attempt is what a repeated delivery finds as well. */
    private static Instant at(MergeCandidate request) {
        Instant at = request.at();
        return at == null ? last(request.state()).startedAt() : at;
    }

    private static Attempt last(TaskState state) {
        return state.attempts().get(state.attempts().size() - 1);
    }

    private MergeParts status(RunContext run, MergeCandidate request, Task task) {
        String prefix = repositories.of(run).projectPrefix();
        Set<String> files = run.config().modules().stream()
                .map(module -> path(prefix, module))
                .collect(Collectors.toSet());
        String own = path(prefix, run.module(task.module()));
        MergedTask merged = new MergedTask(
                request.run().run(),
                request.task(),
                task.description(),
                request.attempt(),
                last(request.state()).sessionId(),
                at(request));
        MergeParts journal = journal(run, request.plan(), request.state());
        return new StatusRows(files, own, merged, journal::record);
    }

    /** Path from the top of the repository; empty where it leads out of the project. */
    private static String path(String prefix, ModuleConfig module) {
        Path path = Path.of(module.statusFile()).normalize();
        return path.isAbsolute() || path.startsWith("..")
                ? ""
                : prefix + path.toString().replace('\\', '/');
    }

    /** The journal says "completed" in the same transaction that moves the goal branch. */
    private MergeParts journal(RunContext run, ArtifactPlan plan, TaskState state) {
        Task task = plans.task(run, plan.plan(), state.id());
        return new MergeParts() {
            @Override
            public RefUpdate record(String mergeCommit) {
                return repositories
                        .journal(run)
                        .prepare(
                                List.of(log.entry(RunSnapshots.row(task, state.completed(mergeCommit)))),
                                state.id() + ": merged");
            }
        };
    }
}
