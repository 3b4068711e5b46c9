package dev.lindy.activities.git;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the parts of a repository are.
 *
 * @param prefix path of the project below the top: empty, or ends in a slash
 */
record Layout(Path topLevel, Path commonDir, String prefix, boolean shallow) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    private static final int MAJOR = 2;
    private static final int MINOR = 38;

    static Layout of(Git git, Path projectRoot) {
        requireVersion(git.line("version"));
        GitOutput output = git.attempt(
                "rev-parse",
                "--path-format=absolute",
                "--is-bare-repository",
                "--is-shallow-repository",
                "--git-common-dir",
                "--show-toplevel",
                "--show-prefix");
        List<String> lines = output.lines();
        if (!output.succeeded()) {
            throw refusal(output, lines, projectRoot);
        }
        String prefix = lines.size() > 4 ? lines.get(4) : "";
        return new Layout(Path.of(lines.get(3)), Path.of(lines.get(2)), prefix, Boolean.parseBoolean(lines.get(1)));
    }

    private static GitProblem refusal(GitOutput output, List<String> lines, Path projectRoot) {
        if (output.stderr().contains("dubious ownership")) {
            return new GitProblem(
                    GitProblem.Kind.UNSAFE_OWNER,
                    "git refuses " + projectRoot + ": the repository belongs to another user",
                    "trust it with `git config --global --add safe.directory " + projectRoot + "`");
        }
        if (!lines.isEmpty() && lines.get(0).equals("true")) {
            return new GitProblem(
                    GitProblem.Kind.BARE,
                    projectRoot + " is a bare repository, without files to work on",
                    "run inside a clone or a worktree of it");
        }
        return new GitProblem(
                GitProblem.Kind.NOT_A_REPOSITORY,
                projectRoot + " is not inside a git repository",
                "make it one with `git init && git add -A && git commit -m \"First commit\"`");
    }

    private static void requireVersion(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.find()) {
            return;
        }
        int major = Integer.parseInt(matcher.group(1));
        if (major < MAJOR || (major == MAJOR && Integer.parseInt(matcher.group(2)) < MINOR)) {
            throw new GitProblem(
                    GitProblem.Kind.OLD_GIT,
                    "`git` is too old: found " + version + ", expected 2.38 or newer",
                    "install a newer git");
        }
    }
}
