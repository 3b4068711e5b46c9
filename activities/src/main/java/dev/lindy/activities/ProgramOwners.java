package dev.lindy.activities;

import dev.lindy.process.ProgramOwner;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import java.util.Base64;

/** Names the Activity at work as the owner of the program that it is about to request. */
public final class ProgramOwners {

    private ProgramOwners() {}

    /** The owner; the Activity must end with {@code doNotCompleteOnReturn}. */
    public static ProgramOwner of(ActivityExecutionContext context) {
        ActivityInfo info = context.getInfo();
        return new ProgramOwner(
                info.getNamespace(),
                info.getWorkflowId(),
                info.getWorkflowRunId(),
                info.getActivityId(),
                Base64.getEncoder().encodeToString(context.getTaskToken()),
                info.getAttempt());
    }
}
