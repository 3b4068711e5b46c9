package dev.lindy.project.discovery.merge;

/** Two versions of a text cannot be brought together; the message says why. */
public final class UnmergeableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnmergeableException(String message, Throwable cause) {
        super(message, cause);
    }

    public UnmergeableException(String message) {
        super(message);
    }
}
