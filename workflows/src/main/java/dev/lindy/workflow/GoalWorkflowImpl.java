package dev.lindy.workflow;

import dev.lindy.activity.ArtifactPlan;
import dev.lindy.activity.OpenRun;
import dev.lindy.activity.OpenedRun;
import dev.lindy.activity.PlannedTask;
import dev.lindy.activity.ReportRun;
import dev.lindy.activity.WrittenReport;
import dev.lindy.plan.TaskId;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One event loop over the tasks of a goal; no coroutine per task, so that replay stays fast. */
public final class GoalWorkflowImpl implements GoalWorkflow {

    private final GoalRequest request;
    private final ActivityStubs stubs;
    private final RunProgress progress;
    private final Recorder recorder;
    private final Steering steering;
    private final TaskChildren children = new TaskChildren();
    private final MergeSlot slot = new MergeSlot();

    private @Nullable Board board;
    private @Nullable ArtifactRef plan;
    private @Nullable ArtifactPlan work;

    @WorkflowInit
    public GoalWorkflowImpl(GoalRequest request) {
        this.request = request;
        stubs = new ActivityStubs(request.hostQueue());
        progress = new RunProgress(request, now());
        recorder = new Recorder(
                request.run(),
                stubs.records("record"),
                progress::header,
                () -> plan,
                page -> board == null ? List.of() : board.takeChanged(page));
        steering = new Steering(progress, children);
    }

    @Override
    public RunResult run(GoalRequest same) {
        RunResult result;
        try {
            result = reachGoal();
        } catch (CanceledFailure canceled) {
            CancellationScope detached = Workflow.newDetachedCancellationScope(this::closeCanceled);
            detached.run();
            throw canceled;
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure canceled) {
                Workflow.newDetachedCancellationScope(this::closeCanceled).run();
                throw canceled;
            }
            result = stop(FailureText.of(failure));
        }
        Workflow.await(Workflow::isEveryHandlerFinished);
        if (result.status() != RunStatus.COMPLETED) {
            throw ApplicationFailure.newNonRetryableFailure(sentence(result), RunResult.GOAL_NOT_REACHED, result);
        }
        return result;
    }

    private RunResult reachGoal() {
        OpenedRun opened = stubs.run("open run in " + request.projectName())
                .open(new OpenRun(request.run(), request.goal(), request.base(), request.resume()));
        progress.opened(opened);
        plan = opened.plan();
        save();
        PlanPhase planning = new PlanPhase(request, stubs, this::awaitPerson);
        if (plan == null) {
            PlanPhase.Planned planned = planning.plan();
            progress.planned(planned.costUsd());
            if (planned.plan() == null) {
                return stop("there is no valid plan: " + planned.reason());
            }
            plan = planned.plan();
        }
        PlanPhase.Pages pages = planning.read(Objects.requireNonNull(plan));
        Board tasks = new Board(pages.tasks(), pages.states(), request.policy());
        board = tasks;
        steering.board(tasks);
        work = new ArtifactPlan(plan, opened.base(), opened.goalBranch());
        awaitApproval();
        progress.notes(new BaselinePhase(request, stubs, work).run(tasks.tasks()));
        progress.status(steering.isPaused() ? RunStatus.PAUSED : RunStatus.RUNNING);
        save();
        loop(tasks);
        return close(tasks.verdict());
    }

    private void loop(Board tasks) {
        while (true) {
            closeEnded(tasks);
            slot.grant().ifPresent(children::grantMerge);
            if (!steering.isPaused()) {
                tasks.admit().forEach(this::start);
            }
            if (tasks.isSettled() && children.isEmpty()) {
                return;
            }
            recorder.write(tasks.hasChanges());
            show(tasks);
            Workflow.await(() -> children.hasEnded() || steering.takeChanged());
        }
    }

    private void closeEnded(Board tasks) {
        for (TaskState state = children.takeEnded(); state != null; state = children.takeEnded()) {
            slot.release(state.id());
            tasks.close(steering.closing(state));
        }
    }

    private void start(PlannedTask task) {
        Board tasks = Objects.requireNonNull(board);
        TaskState state = tasks.state(task.id()).withStatus(TaskStatus.WORKING, null);
        tasks.put(state);
        children.start(new TaskRequest(
                request.run(),
                Objects.requireNonNull(work),
                task,
                state,
                request.policy().attempts(),
                request.hostQueue(),
                false));
    }

    private void awaitApproval() {
        if (request.policy().approvePlan() && !steering.isApproved()) {
            progress.status(RunStatus.AWAITING_APPROVAL);
            steering.awaitApproval(true);
            save();
            Workflow.await(steering::isApproved);
        }
    }

    private void awaitPerson(RunHeader.Attention attention) {
        steering.pauseFor(attention);
        save();
        Workflow.await(() -> !steering.isPaused());
    }

    private RunResult stop(String reason) {
        progress.stopped(reason);
        return close(RunStatus.FAILED);
    }

    private void closeCanceled() {
        Workflow.await(children::isEmpty);
        if (board != null) {
            Board tasks = board;
            closeEnded(tasks);
            for (PlannedTask task : tasks.tasks()) {
                TaskState state = tasks.state(task.id());
                if (!state.status().isTerminal()) {
                    tasks.put(state.handedOver().withStatus(TaskStatus.CANCELED, "the run was canceled"));
                }
            }
        }
        close(RunStatus.CANCELED);
    }

    private RunResult close(RunStatus status) {
        progress.ended(status, now());
        save();
        WrittenReport report =
                stubs.run("report: " + status.word()).report(new ReportRun(request.run(), progress.header()));
        Board tasks = board;
        return new RunResult(
                status,
                tasks == null ? 0 : tasks.tasks().size(),
                tasks == null ? 0 : tasks.count(TaskStatus.COMPLETED),
                tasks == null ? 0 : tasks.count(TaskStatus.FAILED),
                tasks == null ? 0 : tasks.count(TaskStatus.SKIPPED),
                progress.plannerCostUsd() + (tasks == null ? 0 : tasks.costUsd()),
                report.path());
    }

    private void save() {
        recorder.headerChanged();
        recorder.flush(() -> board != null && board.hasChanges());
        if (board != null) {
            show(board);
        }
        Workflow.upsertTypedSearchAttributes(
                RunAttributes.RUN.valueSet(request.run().run().value()),
                RunAttributes.PROJECT.valueSet(request.projectName()),
                RunAttributes.STATUS.valueSet(progress.header().status().word()));
    }

    private void show(Board tasks) {
        Workflow.setCurrentDetails(LiveDetails.of(progress.header(), tasks.tasks(), tasks::state));
    }

    private static String sentence(RunResult result) {
        return "%d of %d tasks completed, %d failed, %d skipped"
                .formatted(result.completed(), result.total(), result.failed(), result.skipped());
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    @Override
    public void approve() {
        steering.approve();
    }

    @Override
    public void checkApprove() {
        steering.checkApprove();
    }

    @Override
    public void pause(String reason) {
        steering.pause(reason);
        recorder.headerChanged();
    }

    @Override
    public void checkPause(String reason) {
        steering.checkPause();
    }

    @Override
    public void resume() {
        steering.resume();
        recorder.headerChanged();
    }

    @Override
    public void checkResume() {
        steering.checkResume();
    }

    @Override
    public void retry(TaskId task) {
        steering.retry(task);
    }

    @Override
    public void checkRetry(TaskId task) {
        steering.checkRetry(task);
    }

    @Override
    public void skip(TaskId task) {
        steering.skip(task);
    }

    @Override
    public void checkSkip(TaskId task) {
        steering.checkSkip(task);
    }

    @Override
    public void mergeRequested(TaskId task) {
        slot.request(task);
        steering.changed();
    }

    @Override
    public void mergeReleased(TaskId task) {
        slot.release(task);
        steering.changed();
    }

    @Override
    public void attentionNeeded(TaskId task, RunHeader.Attention attention) {
        steering.pauseFor(attention);
        recorder.headerChanged();
    }

    @Override
    public RunHeader header() {
        return progress.header();
    }
}
