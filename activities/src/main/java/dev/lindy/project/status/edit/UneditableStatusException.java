package dev.lindy.project.status.edit;

/** A STATUS.md that cannot be edited without a risk for what is in it; the message is one clause that says why. */
public final class UneditableStatusException extends Exception {

    private static final long serialVersionUID = 1L;

    UneditableStatusException(String reason) {
        super(reason);
    }
}
