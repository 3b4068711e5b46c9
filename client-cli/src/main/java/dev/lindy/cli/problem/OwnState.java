package dev.lindy.cli.problem;

import dev.lindy.state.StateDirectory;
import dev.lindy.state.UnsafeStateException;
import java.util.Map;

/** The state directory of a caller, closed to all other users. */
public final class OwnState {

    private OwnState() {}

    /** A directory that is not the caller's own is a {@link UserProblem} with exit code 2. */
    public static StateDirectory of(Map<String, String> environment) {
        try {
            return StateDirectory.from(environment).secured();
        } catch (UnsafeStateException e) {
            throw UserProblem.of(ExitCode.USAGE, String.valueOf(e.getMessage()), e.hint(), e);
        }
    }
}
