package dev.lindy.state;

/** A run's own records cannot be read; the message is one sentence for people. */
public final class UnreadableRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
