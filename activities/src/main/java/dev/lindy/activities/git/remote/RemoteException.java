package dev.lindy.activities.git.remote;

import java.util.regex.Pattern;

/** A remote that could not be asked; the message is what git says. */
public final class RemoteException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final Pattern DEFINITE = Pattern.compile(
            "Authentication failed|could not read (?:Username|Password)|Permission denied|access denied"
                    + "|Repository not found|does not appear to be a git repository|Host key verification failed"
                    + "|returned error: (?:401|403|404)|repository '.*' not found|protocol .* not allowed",
            Pattern.CASE_INSENSITIVE);

    private final boolean passing;

    RemoteException(boolean passing, String message) {
        super(message);
        this.passing = passing;
    }

    static RemoteException of(String stderr, String message) {
        return new RemoteException(!DEFINITE.matcher(stderr).find(), message);
    }

    /** Whether it may pass by itself; else a person has to do something. */
    public boolean isPassing() {
        return passing;
    }
}
