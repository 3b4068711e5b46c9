package dev.lindy.workflow;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.TaskId;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The child Workflows at work: one per task, results queued for the event loop. */
final class TaskChildren {

    private record Child(TaskWorkflow stub, CancellationScope scope) {}

    private final Map<TaskId, Child> open = new LinkedHashMap<>();
    private final Queue<TaskState> ended = new ArrayDeque<>();

    void start(TaskRequest request) {
        TaskId id = request.task().id();
        TaskWorkflow stub = Workflow.newChildWorkflowStub(TaskWorkflow.class, options(request));
        CancellationScope scope = Workflow.newCancellationScope(() -> {
            Promise<TaskState> result = Async.function(stub::run, request);
            result.handle((state, failure) -> {
                open.remove(id);
                ended.add(failure == null ? state : stateOf(request.state(), failure));
                return state;
            });
        });
        open.put(id, new Child(stub, scope));
        scope.run();
    }

    private static ChildWorkflowOptions options(TaskRequest request) {
        PlannedTask task = request.task();
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(request.run().workflowId() + "." + task.id())
                .setTaskQueue(TaskQueues.LINDY)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setStaticSummary(ActivityStubs.cut(task.module() + ": " + task.title()))
                .build();
    }

    private static TaskState stateOf(TaskState before, RuntimeException failure) {
        TaskState handed = before.handedOver();
        if (failure instanceof ChildWorkflowFailure child) {
            if (child.getCause() instanceof CanceledFailure) {
                return handed.withStatus(TaskStatus.CANCELED, "canceled");
            }
            if (child.getCause() instanceof ApplicationFailure application
                    && application.getType().equals(TaskWorkflow.TASK_FAILED)) {
                return application.getDetails().get(TaskState.class).handedOver();
            }
        }
        if (failure instanceof CanceledFailure) {
            return handed.withStatus(TaskStatus.CANCELED, "canceled");
        }
        return handed.withStatus(TaskStatus.FAILED, FailureText.of(failure));
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

    void cancel(TaskId id) {
        Child child = open.get(id);
        if (child != null) {
            child.scope().cancel("skipped by the user");
        }
    }

    void hold(boolean held) {
        open.values().forEach(child -> Async.procedure(child.stub()::hold, held));
    }

    void grantMerge(TaskId id) {
        Child child = open.get(id);
        if (child != null) {
            Async.procedure(child.stub()::mergeGranted);
        }
    }
}
