package dev.lindy.workflow;

import dev.lindy.run.TaskState;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One task: attempts, gates, integration. */
@WorkflowInterface
public interface TaskWorkflow {

    /** Type of the failure that a failed task ends with; details: its {@link TaskState}. */
    String TASK_FAILED = "TASK_FAILED";

    @WorkflowMethod(name = "TaskWorkflow")
    TaskState run(TaskRequest request);

    /** The merge slot of the goal is this task's now. */
    @SignalMethod(name = "mergeGranted")
    void mergeGranted();

    /** Whether attempts may be started; the parent's pause and resume. */
    @SignalMethod(name = "hold")
    void hold(boolean held);
}
