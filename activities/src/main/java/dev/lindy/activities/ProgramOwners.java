package dev.lindy.activities;

import dev.lindy.process.ProgramOwner;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import java.util.Base64;

/** The Activity at work as the owner of a program. */
public final class ProgramOwners {

    private ProgramOwners() {}

    public static ProgramOwner current() {
        ActivityExecutionContext context = Activity.getExecutionContext();
        ActivityInfo info = context.getInfo();
        return new ProgramOwner(
                info.getNamespace(),
                info.getWorkflowId(),
                info.getRunId(),
                info.getActivityId(),
                Base64.getEncoder().encodeToString(context.getTaskToken()));
    }

    /** Ends the Activity's method; the watch completes the Activity by its token. */
    @SuppressWarnings("NullAway") // the SDK ignores what such a method returns
    public static <T> T completedByToken() {
        Activity.getExecutionContext().doNotCompleteOnReturn();
        return null;
    }
}
