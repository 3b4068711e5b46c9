package dev.lindy.workflow;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.TaskId;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The child Workflows at work: one per task, results queued for the event loop. */
final class TaskChildren implements Steering.Crew {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** A task at work; no stub while an earlier execution of it is still being canceled. */
    private record Child(@Nullable TaskWorkflow stub, CancellationScope scope) {}

    private final Map<TaskId, Child> open = new LinkedHashMap<>();
    private final Map<TaskId, TaskState> lastStates = new LinkedHashMap<>();
    private final Queue<TaskState> ended = new ArrayDeque<>();
    private boolean held;
    private int starting;

    void start(TaskRequest request) {
        launch(request, FIRST_WAIT);
    }

    private void launch(TaskRequest request, Duration wait) {
        TaskId id = request.task().id();
        TaskWorkflow stub = Workflow.newChildWorkflowStub(TaskWorkflow.class, options(request));
        TaskRequest now = request.withHeld(held);
        CancellationScope scope = Workflow.newCancellationScope(mine -> Async.function(stub::run, now)
                .handle((state, failure) -> {
                    if (isEarlierOneOpen(failure) && !mine.isCancelRequested()) {
                        launchLater(request, wait);
                    } else {
                        end(id, failure == null ? state : stateOf(request.state(), failure));
                    }
                    return state;
                }));
        open.put(id, new Child(stub, scope));
        starting++;
        scope.run();
        Workflow.getWorkflowExecution(stub).handle((started, failure) -> starting--);
    }

    /** Whether the server has not yet answered to a start. */
    boolean areStarting() {
        return starting > 0;
    }

    private static boolean isEarlierOneOpen(@Nullable RuntimeException failure) {
        return failure instanceof ChildWorkflowFailure && failure.getCause() instanceof WorkflowExecutionAlreadyStarted;
    }

    /** After a run was terminated its tasks are being canceled, which takes until their programs have ended. */
    private void launchLater(TaskRequest request, Duration wait) {
        TaskId id = request.task().id();
        TimerOptions options = TimerOptions.newBuilder()
                .setSummary("an earlier execution of " + id + " is still ending")
                .build();
        CancellationScope scope = Workflow.newCancellationScope(() -> Workflow.newTimer(wait, options)
                .handle((done, failure) -> {
                    if (failure == null) {
                        Duration twice = wait.multipliedBy(2);
                        launch(request, twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice);
                    } else {
                        end(id, stateOf(request.state(), failure));
                    }
                    return null;
                }));
        open.put(id, new Child(null, scope));
        scope.run();
    }

    private void end(TaskId id, TaskState state) {
        open.remove(id);
        lastStates.remove(id);
        ended.add(state);
    }

    private static ChildWorkflowOptions options(TaskRequest request) {
        PlannedTask task = request.task();
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(request.run().workflowId() + "." + task.id())
                // that of its Activities: the server then hands those over with its answer, without a poll
                .setTaskQueue(request.hostQueue())
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setStaticSummary(ActivityStubs.cut(task.module() + ": " + task.title()))
                .setStaticDetails(TaskDetails.atStart(request))
                .build();
    }

    private TaskState stateOf(TaskState before, RuntimeException failure) {
        TaskState last = lastStates.getOrDefault(before.id(), before).handedOver();
        Throwable cause = failure instanceof ChildWorkflowFailure ? failure.getCause() : failure;
        if (cause instanceof CanceledFailure) {
            return last.status().isTerminal() ? last : last.withStatus(TaskStatus.CANCELED, "canceled");
        }
        if (cause instanceof ApplicationFailure application
                && application.getType().equals(TaskWorkflow.TASK_FAILED)) {
            return application.getDetails().get(TaskState.class).handedOver();
        }
        return last.withStatus(TaskStatus.FAILED, FailureText.of(failure));
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    boolean isOpen(TaskId id) {
        return open.containsKey(id);
    }

    boolean hasEnded() {
        return !ended.isEmpty();
    }

    @Nullable
    TaskState takeEnded() {
        return ended.poll();
    }

    /** The state of a task whose Workflow is about to end as canceled. */
    void lastState(TaskState state) {
        if (isOpen(state.id())) {
            lastStates.put(state.id(), state);
        }
    }

    @Override
    public void cancel(TaskId id) {
        Child child = open.get(id);
        if (child != null) {
            child.scope().cancel("skipped by the user");
        }
    }

    @Override
    public void hold(boolean on) {
        held = on;
        for (Child child : List.copyOf(open.values())) {
            TaskWorkflow stub = child.stub();
            if (stub != null) {
                // a Signal to a child that has not started would block its sender until then
                Workflow.getWorkflowExecution(stub).thenApply(started -> {
                    Async.procedure(stub::hold, on).exceptionally(ended -> null);
                    return started;
                });
            }
        }
    }

    void grantMerge(TaskId id) {
        Child child = open.get(id);
        if (child != null && child.stub() != null) {
            Async.procedure(child.stub()::mergeGranted).exceptionally(ended -> null);
        }
    }
}
