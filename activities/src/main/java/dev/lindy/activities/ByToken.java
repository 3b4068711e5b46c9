package dev.lindy.activities;

import io.temporal.activity.Activity;

/** How an Activity that waits for a program leaves its method. */
public final class ByToken {

    private ByToken() {}

    /** Ends the method without a result; the watch completes the Activity by its token. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // the SDK ignores what such a method returns
    public static <T> T later() {
        Activity.getExecutionContext().doNotCompleteOnReturn();
        return null;
    }
}
