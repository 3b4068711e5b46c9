package dev.lindy.project.tracker;

import org.jspecify.annotations.Nullable;

/** What the tracker did not do, and what a person can do about it. */
public final class TrackerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    TrackerException(String message, @Nullable String hint) {
        super(message);
        this.hint = hint;
    }

    TrackerException(String message, @Nullable String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** One action that could help, without the word hint; null where nobody knows one. */
    public @Nullable String hint() {
        return hint;
    }
}
