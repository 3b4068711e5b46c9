package dev.lindy.activities.failure;

import dev.lindy.failure.FailureType;
import org.jspecify.annotations.Nullable;

/** Something an Activity could not do, in words for people. */
public final class LindyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final FailureType type;
    private final @Nullable String hint;

    public LindyException(FailureType type, String message, @Nullable String hint) {
        this(type, message, hint, null);
    }

    public LindyException(FailureType type, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.type = type;
        this.hint = hint;
    }

    public FailureType type() {
        return type;
    }

    /** One action that could work, or null. */
    public @Nullable String hint() {
        return hint;
    }
}
