package dev.lindy.project.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a GitHub could not be asked; the message is for people. */
public final class GhProblem extends Exception {

    private static final long serialVersionUID = 1L;

    /** What can be done about it. */
    public enum Kind {
        /** A person has to do something. */
        NEEDS_A_PERSON,
        /** It may pass by itself. */
        PASSING,
        /** Too many questions were asked: {@link #until()} says when the next one is allowed. */
        RATE_LIMIT
    }

    private final Kind kind;
    private final @Nullable Instant until;

    GhProblem(Kind kind, String message) {
        this(kind, message, null);
    }

    GhProblem(Kind kind, String message, @Nullable Instant until) {
        super(message);
        this.kind = kind;
        this.until = until;
    }

    public Kind kind() {
        return kind;
    }

    /** When the next question is allowed; null for all but {@link Kind#RATE_LIMIT}. */
    public @Nullable Instant until() {
        return until;
    }
}
