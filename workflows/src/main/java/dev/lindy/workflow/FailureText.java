package dev.lindy.workflow;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;

/** What a failed Activity or child says to people: the innermost message that was written for them. */
final class FailureText {

    private FailureText() {}

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
