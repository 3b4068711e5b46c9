package dev.lindy.workflow;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;

/** What failures say to people. */
final class FailureText {

    private FailureText() {}

    /** The end of a Workflow that did its work but has no success to tell: no alarm in logs and metrics. */
    static ApplicationFailure expected(String message, String type, Object details) {
        return ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(type)
                .setDetails(details)
                .setNonRetryable(true)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
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
