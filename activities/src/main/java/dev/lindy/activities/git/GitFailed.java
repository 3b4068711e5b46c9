package dev.lindy.activities.git;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A git command that failed in a way nobody expected: the disk, a lock, another program. Worth another try. */
public final class GitFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GitFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static GitFailed of(List<String> args, GitOutput output) {
        return new GitFailed("could not run `git " + brief(args) + "`: " + output.complaint(), null);
    }

    static String brief(List<String> args) {
        String command = String.join(" ", args);
        return command.length() <= 200 ? command : command.substring(0, 200) + "…";
    }
}
