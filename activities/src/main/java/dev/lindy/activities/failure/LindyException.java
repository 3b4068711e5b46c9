package dev.lindy.activities.failure;

import dev.lindy.failure.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * An Activity cannot give a result. Message and hint are written for people.
 *
 * <p>Never leaves the process: {@link FailureMapping} turns it into what crosses Temporal.
 */
public final class LindyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureType type;
    private final String hint;

    /**
     * Makes a failure of a known type.
     *
     * @param message what could not be done, with the object in backticks, and the cause in the user's terms
     * @param hint one action that could work, or empty
     */
    public LindyException(FailureType type, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.type = type;
        this.hint = hint;
    }

    public LindyException(FailureType type, String message, String hint) {
        this(type, message, hint, null);
    }

    public FailureType type() {
        return type;
    }

    /** One action that could work, or empty. */
    public String hint() {
        return hint;
    }
}
