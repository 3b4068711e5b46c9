package dev.lindy.workflow;

import dev.lindy.plan.TaskId;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunResult;
import dev.lindy.run.TaskState;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One goal from plan to report. Steering is by Updates: a wrong one is refused by its validator and leaves
 * no trace. Task Workflows ask for the merge slot by Signal.
 */
@WorkflowInterface
public interface GoalWorkflow {

    /**
     * Runs the goal. Ends with a failure of type {@link RunResult#GOAL_NOT_REACHED} where not all tasks
     * completed.
     */
    @WorkflowMethod(name = "GoalWorkflow")
    RunResult run(GoalRequest request);

    /** Lets a plan that waits for approval be run. */
    @UpdateMethod(name = "approve")
    void approve();

    @UpdateValidatorMethod(updateName = "approve")
    void checkApprove();

    /** Starts no more attempts until {@link #resume}; agents at work go on. */
    @UpdateMethod(name = "pause")
    void pause(String reason);

    @UpdateValidatorMethod(updateName = "pause")
    void checkPause(String reason);

    /** Goes on after a pause, also after one that needed a person's attention. */
    @UpdateMethod(name = "resume")
    void resume();

    @UpdateValidatorMethod(updateName = "resume")
    void checkResume();

    /** Gives a failed or skipped task, and what was skipped because of it, a fresh set of attempts. */
    @UpdateMethod(name = "retry")
    void retry(TaskId task);

    @UpdateValidatorMethod(updateName = "retry")
    void checkRetry(TaskId task);

    /** Ends or leaves out a task; its dependents are skipped as well. */
    @UpdateMethod(name = "skip")
    void skip(TaskId task);

    @UpdateValidatorMethod(updateName = "skip")
    void checkSkip(TaskId task);

    /** A task Workflow has an accepted candidate and waits for {@link TaskWorkflow#mergeGranted}. */
    @SignalMethod(name = "mergeRequested")
    void mergeRequested(TaskId task);

    /** A task Workflow gives the merge slot back without ending. */
    @SignalMethod(name = "mergeReleased")
    void mergeReleased(TaskId task);

    /** A task Workflow cannot go on without a person and waits for {@link TaskWorkflow#hold}. */
    @SignalMethod(name = "attentionNeeded")
    void attentionNeeded(TaskId task, RunHeader.Attention attention);

    /** The last state of a task Workflow that was asked to cancel and so has no result. */
    @SignalMethod(name = "taskEnded")
    void taskEnded(TaskState state);

    /** The run as a whole, for people who look at the Workflow itself. */
    @QueryMethod(name = "header")
    RunHeader header();
}
