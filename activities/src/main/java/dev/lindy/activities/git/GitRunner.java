package dev.lindy.activities.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one git command to its end. */
public interface GitRunner {

    /**
     * Runs git in a folder and waits for it.
     *
     * @param args arguments after {@code git}
     * @param stdin bytes to feed, or null for none
     * @param extraEnv added to the environment, over what is there
     * @throws GitProblem when there is no git binary
     * @throws GitFailed when git could not be started or did not end in time
     */
    GitOutput run(Path dir, List<String> args, byte @Nullable [] stdin, Map<String, String> extraEnv);
}
