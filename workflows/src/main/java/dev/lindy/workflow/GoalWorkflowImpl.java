package dev.lindy.workflow;

import dev.lindy.activity.ArtifactPlan;
import dev.lindy.activity.OpenRun;
import dev.lindy.activity.OpenedRun;
import dev.lindy.activity.PlannedTask;
import dev.lindy.activity.ReportRun;
import dev.lindy.plan.TaskId;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
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
    private @Nullable ArtifactPlan work;
    private @Nullable RunResult result;

    @WorkflowInit
    public GoalWorkflowImpl(GoalRequest request) {
        this.request = request;
        stubs = new ActivityStubs(request.hostQueue());
        progress = new RunProgress(request, now());
        recorder = new Recorder(request.run(), stubs.records("record"), progress);
        steering = new Steering(progress, children);
    }

    @Override
    public RunResult run(GoalRequest same) {
        try {
            RunStatus verdict = reachGoal();
            Workflow.newDetachedCancellationScope(() -> close(verdict)).run();
            // Temporal calls a Workflow canceled also where it was asked too late; records must say the same
            CancellationScope.throwCanceled();
        } catch (CanceledFailure canceled) {
            Workflow.newDetachedCancellationScope(this::closeCanceled).run();
            throw canceled;
        }
        RunResult done = Objects.requireNonNull(result);
        if (done.status() != RunStatus.COMPLETED) {
            throw FailureText.expected(sentence(done), RunResult.GOAL_NOT_REACHED, done);
        }
        return done;
    }

    private RunStatus reachGoal() {
        try {
            Board tasks = prepare();
            loop(tasks);
            return tasks.verdict();
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure canceled) {
                throw canceled;
            }
            return stopped(failure);
        } catch (ApplicationFailure failure) {
            return stopped(failure);
        }
    }

    private RunStatus stopped(TemporalFailure failure) {
        progress.stopped(Stop.because(FailureText.of(failure), FailureText.isInvalid(failure)));
        return RunStatus.FAILED;
    }

    /** Everything before the first attempt. */
    private Board prepare() {
        OpenedRun opened = stubs.run("open run in " + request.projectName())
                .open(new OpenRun(request.run(), request.goal(), request.base(), request.snapshot(), request.resume()));
        progress.opened(opened);
        save();
        PlanPhase planning = new PlanPhase(request, stubs, progress, this::awaitPerson);
        ArtifactRef plan = opened.plan() == null ? planning.plan() : opened.plan();
        Board tasks = planning.read(plan);
        board = tasks;
        steering.board(tasks);
        recorder.planned(plan, tasks);
        work = new ArtifactPlan(plan, opened.base(), opened.goalBranch());
        if (!tasks.hasBegun()) {
            awaitApproval();
        }
        progress.notes(new BaselinePhase(request, stubs, work).run(tasks.open()));
        progress.phase(RunStatus.RUNNING);
        save();
        return tasks;
    }

    private void loop(Board tasks) {
        boolean startsFirst = Workflow.getVersion(Versions.START_BEFORE_RECORD, Workflow.DEFAULT_VERSION, 1) >= 1;
        while (true) {
            steering.noteChanges();
            closeEnded();
            slot.grant().ifPresent(children::grantMerge);
            if (!steering.isPaused()) {
                tasks.admit().forEach(this::start);
            }
            if (tasks.isSettled() && children.isEmpty()) {
                return;
            }
            if (startsFirst) {
                // a record holds back all that the same Workflow Task asks the server for
                Workflow.await(() -> !children.areStarting() || hasNews());
            }
            recorder.write();
            show(tasks);
            Workflow.await(this::hasNews);
        }
    }

    private boolean hasNews() {
        return children.hasEnded() || steering.hasChanged();
    }

    private void closeEnded() {
        for (TaskState state = children.takeEnded(); state != null; state = children.takeEnded()) {
            slot.release(state.id());
            steering.close(state);
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
                steering.isPaused()));
    }

    private void awaitApproval() {
        if (request.policy().approvePlan() && !steering.isApproved()) {
            progress.phase(RunStatus.AWAITING_APPROVAL);
            steering.awaitApproval();
            save();
            Workflow.await(steering::isApproved);
        }
    }

    private void awaitPerson(RunHeader.Attention attention) {
        steering.pauseFor(attention);
        save();
        Workflow.await(() -> !steering.isPaused());
    }

    private void closeCanceled() {
        if (board != null) {
            board.cancelWaiting();
        }
        Workflow.await(children::isEmpty);
        if (board != null) {
            closeEnded();
            board.cancelWaiting();
        }
        close(RunStatus.CANCELED);
    }

    private void close(RunStatus status) {
        progress.ended(status, now());
        String report = "";
        try {
            save();
            report = stubs.run("report: " + status.word())
                    .report(new ReportRun(request.run(), progress.header()))
                    .path();
        } catch (ActivityFailure failure) {
            if (status == RunStatus.COMPLETED) {
                throw failure;
            }
            // why the run ended matters more than that its records are not complete
            Workflow.getLogger(GoalWorkflowImpl.class).warn("the end of the run is not recorded", failure);
        }
        result = result(status, report);
        Workflow.await(Workflow::isEveryHandlerFinished);
    }

    private RunResult result(RunStatus status, String report) {
        Board tasks = board;
        if (tasks == null) {
            return new RunResult(status, 0, 0, 0, 0, progress.plannerCostUsd(), report, progress.stop());
        }
        return new RunResult(
                status,
                tasks.tasks().size(),
                tasks.count(TaskStatus.COMPLETED),
                tasks.count(TaskStatus.FAILED),
                tasks.count(TaskStatus.SKIPPED),
                progress.plannerCostUsd() + tasks.costUsd(),
                report,
                progress.stop());
    }

    private void save() {
        recorder.headerChanged();
        recorder.flush();
        if (board != null) {
            show(board);
        }
        Workflow.upsertTypedSearchAttributes(
                RunAttributes.RUN.valueSet(request.run().run().value()),
                RunAttributes.PROJECT.valueSet(request.projectName()),
                RunAttributes.STATUS.valueSet(progress.header().status().word()));
    }

    private void show(Board tasks) {
        Workflow.setCurrentDetails(GoalDetails.of(progress.header(), tasks.tasks(), tasks::state));
    }

    private String sentence(RunResult result) {
        if (result.stop() != null) {
            return result.stop().message();
        }
        String counts = "%d of %d tasks completed, %d failed, %d skipped"
                .formatted(result.completed(), result.total(), result.failed(), result.skipped());
        return board == null
                ? counts
                : GoalDetails.firstFailed(board.tasks(), board::state)
                        .map(task ->
                                counts + "; " + task.id() + ": " + ActivityStubs.cut(String.valueOf(task.reason())))
                        .orElse(counts);
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
        steering.pause(reason, "go on with `lindy resume " + request.run().run() + "`");
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
        if (children.isOpen(task)) {
            slot.request(task);
            steering.changed();
        }
    }

    @Override
    public void mergeReleased(TaskId task) {
        slot.release(task);
        steering.changed();
    }

    @Override
    public void attentionNeeded(TaskId task, RunHeader.Attention attention) {
        if (children.isOpen(task)) {
            steering.pauseFor(attention);
            recorder.headerChanged();
        }
    }

    @Override
    public void taskEnded(TaskState state) {
        children.lastState(state);
    }

    @Override
    public RunHeader header() {
        return progress.header();
    }
}
