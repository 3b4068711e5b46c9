package dev.lindy.workflow;

import dev.lindy.activity.AgentActivities;
import dev.lindy.activity.CiActivities;
import dev.lindy.activity.GateActivities;
import dev.lindy.activity.IntegrateActivities;
import dev.lindy.activity.PlanActivities;
import dev.lindy.activity.PlannedTask;
import dev.lindy.activity.RunActivities;
import dev.lindy.failure.FailureType;
import dev.lindy.text.SafeText;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Arrays;

/**
 * The one table of Activity options. Temporal's retries serve infrastructure faults alone: a rejection is a
 * result. A program's own limits are kept by its launcher, so its Activity may take days; the heartbeat
 * time-out only covers a host that never comes back.
 */
final class ActivityStubs {

    private static final int SUMMARY_LIMIT = 200;

    private static final Duration PROGRAM_START_TO_CLOSE = Duration.ofDays(10);
    private static final Duration PROGRAM_HEARTBEAT = Duration.ofMinutes(3);
    private static final Duration STEP_START_TO_CLOSE = Duration.ofMinutes(10);
    private static final Duration LOCAL_START_TO_CLOSE = Duration.ofMinutes(1);

    /** Deliveries of one Activity; each restart of a Worker spends one for what it had at work. */
    private static final int MAX_DELIVERIES = 100;

    private final String hostQueue;

    ActivityStubs(String hostQueue) {
        this.hostQueue = hostQueue;
    }

    AgentActivities agent(String summary) {
        return Workflow.newActivityStub(AgentActivities.class, program(summary));
    }

    GateActivities gate(String summary) {
        return Workflow.newActivityStub(GateActivities.class, program(summary));
    }

    /** For a gate that starts no program. */
    GateActivities look(String summary) {
        return Workflow.newLocalActivityStub(GateActivities.class, local(summary));
    }

    /** For one question to a CI service; a cancellation does not wait for its answer. */
    CiActivities ci(String summary) {
        return Workflow.newActivityStub(
                CiActivities.class,
                options(summary)
                        .setStartToCloseTimeout(STEP_START_TO_CLOSE)
                        .setCancellationType(ActivityCancellationType.TRY_CANCEL)
                        .build());
    }

    PlanActivities planner(String summary) {
        return Workflow.newActivityStub(PlanActivities.class, program(summary));
    }

    IntegrateActivities integrate(String summary) {
        return Workflow.newActivityStub(IntegrateActivities.class, step(summary));
    }

    RunActivities run(String summary) {
        return Workflow.newActivityStub(RunActivities.class, step(summary));
    }

    /** Sub-second bookkeeping. */
    RunActivities records(String summary) {
        return Workflow.newLocalActivityStub(RunActivities.class, local(summary));
    }

    /** Sub-second reading. */
    PlanActivities plans(String summary) {
        return Workflow.newLocalActivityStub(PlanActivities.class, local(summary));
    }

    private ActivityOptions program(String summary) {
        return options(summary)
                .setStartToCloseTimeout(PROGRAM_START_TO_CLOSE)
                .setHeartbeatTimeout(PROGRAM_HEARTBEAT)
                .build();
    }

    private ActivityOptions step(String summary) {
        return options(summary).setStartToCloseTimeout(STEP_START_TO_CLOSE).build();
    }

    private ActivityOptions.Builder options(String summary) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(hostQueue)
                .setSummary(cut(summary))
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(infrastructureFaults());
    }

    private static LocalActivityOptions local(String summary) {
        return LocalActivityOptions.newBuilder()
                .setSummary(cut(summary))
                .setStartToCloseTimeout(LOCAL_START_TO_CLOSE)
                // pages of states would be the largest part of the history, and the projection has them
                .setDoNotIncludeArgumentsIntoMarker(true)
                .setRetryOptions(infrastructureFaults())
                .build();
    }

    private static RetryOptions infrastructureFaults() {
        return RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(1))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.ofSeconds(30))
                .setMaximumAttempts(MAX_DELIVERIES)
                .setDoNotRetry(Arrays.stream(FailureType.values())
                        .filter(type -> !type.isRetryable())
                        .map(Enum::name)
                        .toArray(String[]::new))
                .build();
    }

    /** What people read of a step of a task. */
    static String summary(PlannedTask task, String what) {
        return task.module() + ": " + task.title() + " (" + what + ")";
    }

    /** One harmless line of at most 200 characters, which the Web UI may take for Markdown. */
    static String cut(String text) {
        return SafeText.withoutLinks(SafeText.line(text, SUMMARY_LIMIT));
    }
}
