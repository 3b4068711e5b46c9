package dev.lindy.workflow;

import dev.lindy.failure.FailureType;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;

/** What a task Workflow tells its goal; fails the task where the goal's Workflow is gone. */
final class GoalLink {

    private final GoalWorkflow goal;
    private final TaskId task;

    GoalLink(TaskRequest request) {
        // the very execution that started this task: a later one of the same run has its own task Workflows
        goal = Workflow.newExternalWorkflowStub(
                GoalWorkflow.class,
                WorkflowExecution.newBuilder()
                        .setWorkflowId(request.run().workflowId())
                        .setRunId(Workflow.getInfo().getParentRunId().orElse(""))
                        .build());
        task = request.task().id();
    }

    void mergeRequested() {
        tell(() -> goal.mergeRequested(task));
    }

    void mergeReleased() {
        tell(() -> goal.mergeReleased(task));
    }

    void attentionNeeded(RunHeader.Attention attention) {
        tell(() -> goal.attentionNeeded(task, attention));
    }

    void taskEnded(TaskState state) {
        tell(() -> goal.taskEnded(state));
    }

    private static void tell(Runnable signal) {
        try {
            signal.run();
        } catch (SignalExternalWorkflowException gone) {
            // not a Temporal failure: left alone, it would repeat the Workflow Task for ever
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    "the run of this task has ended", FailureType.REQUEST_INVALID.name(), gone);
        }
    }
}
