package dev.lindy.state;

/** The state directory is not the user's own; message and hint are sentences for people. */
public final class UnsafeStateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String HINT = "set LINDY_STATE to a folder of your own";

    UnsafeStateException(String message) {
        super(message);
    }

    public String hint() {
        return HINT;
    }
}
