package dev.lindy.workflow;

import dev.lindy.failure.FailureType;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;

/** What failures say to people. */
final class FailureText {

    private FailureText() {}

    /** The end of a Workflow that did its work but has no success to tell: no alarm in logs and metrics. */
    static ApplicationFailure expected(String message, String type, Object details) {
        ApplicationFailure end = ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(type)
                .setDetails(details)
                .setNonRetryable(true)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
        // people look at it in the Web UI, where a stack trace is all they would see
        end.setStackTrace(new StackTraceElement[0]);
        return end;
    }

    /** Whether plan or config were at fault. */
    static boolean isInvalid(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure application
                    && FailureType.PLAN_INVALID.name().equals(application.getType())) {
                return true;
            }
        }
        return false;
    }

    /** What a failed Activity or child says: the innermost message that was written for people. */
    static String of(Throwable failure) {
        String text = failure.getMessage();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure application) {
                text = application.getOriginalMessage();
            } else if (cause instanceof TimeoutFailure timeout) {
                text = "no answer from the Worker in time (" + timeout.getTimeoutType() + ")";
            }
        }
        return text == null ? failure.getClass().getSimpleName() : text;
    }
}
