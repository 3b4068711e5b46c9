package dev.lindy.worker;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Runs one Activity of a test. */
@WorkflowInterface
public interface ScriptWorkflow {

    @WorkflowMethod
    String run(ScriptRequest request);
}
