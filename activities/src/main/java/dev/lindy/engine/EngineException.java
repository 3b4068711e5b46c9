package dev.lindy.engine;

import org.jspecify.annotations.Nullable;

/** The local engine cannot be had. The message and the hint are meant for people. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    public EngineException(String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    public EngineException(String message, String hint) {
        this(message, hint, null);
    }

    /** One action that could help. */
    public String hint() {
        return hint;
    }
}
