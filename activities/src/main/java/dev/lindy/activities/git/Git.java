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

    /** Git itself ends with 128 or 129 at most; a signal counts from here. */
    private static final int SIGNALS = 128;

    private static final int USAGE = 129;

    private final GitRunner runner;
    private final Path dir;
    private final Map<String, String> environment;
    private final PlainFiles files;

    Git(GitRunner runner, Path dir, Map<String, String> environment) {
        this(runner, dir, environment, PlainFiles.unknown());
    }

    private Git(GitRunner runner, Path dir, Map<String, String> environment, PlainFiles files) {
        this.runner = runner;
        this.dir = dir;
        this.environment = environment;
        this.files = files;
    }

    Git in(Path folder) {
        return new Git(runner, folder, environment, files);
    }

    /** With what can be known of the repository without a process. */
    Git knowing(PlainFiles known) {
        return new Git(runner, dir, environment, known);
    }

    PlainFiles files() {
        return files;
    }

    Git with(Map<String, String> extra) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(extra);
        return new Git(runner, dir, all, files);
    }

    /**
     * Runs a command whose exit status the caller reads.
     *
     * @throws GitFailed also when it was killed: that is no answer, least of all "there is none"
     */
    GitOutput attempt(List<String> args, byte @Nullable [] stdin) {
        GitOutput output = runner.run(dir, args, stdin, environment);
        if (output.exit() > USAGE) {
            String cause = "it was killed by signal " + (output.exit() - SIGNALS);
            throw new GitFailed("could not run `git " + GitFailed.brief(args) + "`: " + cause, null);
        }
        return output;
    }

    GitOutput attempt(String... args) {
        return attempt(List.of(args), null);
    }

    /** Runs a command that must succeed. */
    GitOutput run(List<String> args, byte @Nullable [] stdin) {
        return successful(args, attempt(args, stdin));
    }

    /** Runs a command that must succeed, again while another git is in its way. */
    GitOutput run(LockPatience patience, List<String> args) {
        return successful(args, patience.run(() -> attempt(args, null)));
    }

    private static GitOutput successful(List<String> args, GitOutput output) {
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

    /** What a ref points to, by its full name, or empty where there is no such ref. */
    Optional<String> object(String ref) {
        Optional<RefFiles> refs = files.refs();
        if (refs.isPresent()) {
            Optional<String> held = refs.get().read(ref);
            if (held.isEmpty() || PlainFiles.isId(held.get())) {
                return held;
            }
        }
        GitOutput output = attempt("rev-parse", "--verify", "--quiet", ref);
        return output.succeeded() ? Optional.of(output.line()) : Optional.empty();
    }

    boolean isAncestor(String ancestor, String commit) {
        return files.surelyHolds(commit, ancestor) || says("merge-base", "--is-ancestor", ancestor, commit);
    }
}
