package dev.lindy.activities.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Git calls in one folder, with the identity of the repository's commits. */
final class Git {

    private final GitRunner runner;
    private final Path dir;
    private final Map<String, String> environment;

    Git(GitRunner runner, Path dir, Map<String, String> environment) {
        this.runner = runner;
        this.dir = dir;
        this.environment = environment;
    }

    Git in(Path folder) {
        return new Git(runner, folder, environment);
    }

    Git with(Map<String, String> extra) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(extra);
        return new Git(runner, dir, all);
    }

    /** Runs a command whose exit status the caller reads. */
    GitOutput attempt(List<String> args, byte @Nullable [] stdin) {
        return runner.run(dir, args, stdin, environment);
    }

    GitOutput attempt(String... args) {
        return attempt(List.of(args), null);
    }

    /** Runs a command that must succeed. */
    GitOutput run(List<String> args, byte @Nullable [] stdin) {
        GitOutput output = attempt(args, stdin);
        if (!output.succeeded()) {
            throw GitFailed.of(args, output);
        }
        if (output.truncated()) {
            throw new GitFailed("could not run `git " + GitFailed.brief(args) + "`: too much output", null);
        }
        return output;
    }

    GitOutput run(String... args) {
        return run(List.of(args), null);
    }

    GitOutput feed(String stdin, String... args) {
        return run(List.of(args), stdin.getBytes(StandardCharsets.UTF_8));
    }

    String line(String... args) {
        return run(args).line();
    }

    /** Asks a question that git answers with exit status 0 or 1. */
    boolean says(String... args) {
        GitOutput output = attempt(args);
        if (output.exit() > 1) {
            throw GitFailed.of(List.of(args), output);
        }
        return output.succeeded();
    }

    /** The commit that a name stands for, or empty where there is none. */
    Optional<String> commit(String name) {
        GitOutput output = attempt("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        return output.succeeded() ? Optional.of(output.line()) : Optional.empty();
    }

    boolean isAncestor(String ancestor, String commit) {
        return ancestor.equals(commit) || says("merge-base", "--is-ancestor", ancestor, commit);
    }
}
