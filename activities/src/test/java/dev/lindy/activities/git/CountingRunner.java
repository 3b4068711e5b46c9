package dev.lindy.activities.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Real git that remembers what it was asked. */
final class CountingRunner implements GitRunner {

    private final GitRunner git;
    private final List<String> calls = new ArrayList<>();

    CountingRunner(GitRunner git) {
        this.git = git;
    }

    @Override
    public GitOutput run(Path dir, List<String> args, byte @Nullable [] stdin, Map<String, String> extraEnv) {
        calls.add(String.join(" ", args));
        return git.run(dir, args, stdin, extraEnv);
    }

    List<String> calls() {
        return calls;
    }

    void reset() {
        calls.clear();
    }
}
