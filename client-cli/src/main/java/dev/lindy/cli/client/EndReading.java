package dev.lindy.cli.client;

import dev.lindy.failure.FailureType;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;
import org.jspecify.annotations.Nullable;

/** Turns the end of a Workflow into the end of a run. */
final class EndReading {

    private EndReading() {}

    /** Blocks until the Workflow has ended. */
    static RunEnd await(WorkflowStub stub) {
        try {
            return RunEnd.of(stub.getResult(RunResult.class));
        } catch (WorkflowFailedException failure) {
            return read(failure.getCause());
        }
    }

    private static RunEnd read(@Nullable Throwable cause) {
        if (cause instanceof ApplicationFailure failure) {
            return read(failure);
        }
        if (cause instanceof CanceledFailure) {
            return RunEnd.without(RunStatus.CANCELED, null);
        }
        if (cause instanceof TerminatedFailure) {
            return RunEnd.without(RunStatus.CANCELED, "it was terminated from outside");
        }
        if (cause instanceof TimeoutFailure) {
            return RunEnd.without(RunStatus.FAILED, "its Workflow timed out");
        }
        return RunEnd.without(RunStatus.FAILED, cause == null ? null : cause.getMessage());
    }

    private static RunEnd read(ApplicationFailure failure) {
        if (RunResult.GOAL_NOT_REACHED.equals(failure.getType())
                && failure.getDetails().getSize() > 0) {
            return RunEnd.of(failure.getDetails().get(RunResult.class));
        }
        boolean invalid = FailureType.PLAN_INVALID.name().equals(failure.getType());
        String message = root(failure).getOriginalMessage();
        return invalid
                ? new RunEnd(RunStatus.FAILED, null, null, Stop.because(message, true))
                : RunEnd.without(RunStatus.FAILED, message);
    }

    // the outer messages only repeat the type and the attempt
    private static ApplicationFailure root(ApplicationFailure failure) {
        ApplicationFailure deepest = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure inner) {
                deepest = inner;
            }
        }
        return deepest;
    }
}
