package dev.lindy.project.tracker;

import dev.lindy.process.Finished;
import dev.lindy.project.github.Gh;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls the {@code gh} program for a tracker: what it prints, or why it does not. */
final class GhCommand {

    private static final int MAX_OUTPUT = 16 << 20;

    private final Gh gh;
    private final String repository;

    /** @param repository {@code owner/name}, or empty for the one of the directory */
    GhCommand(Path directory, Map<String, String> callerEnvironment, String repository) {
        this.gh = new Gh(directory, callerEnvironment);
        this.repository = repository;
    }

    /**
     * Runs gh and returns what it prints.
     *
     * @param doing what is tried, for the message: {@code list issues}
     * @param input for standard input
     */
    String run(String doing, String input, String... arguments) throws TrackerException {
        if (!gh.isInstalled()) {
            throw new TrackerException(
                    "could not " + doing + ": `gh` is not installed (looked in PATH)",
                    "install the GitHub CLI, or add its folder to PATH");
        }
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!repository.isEmpty()) {
            all.addAll(List.of("--repo", repository));
        }
        try {
            Finished finished = gh.run(input, MAX_OUTPUT, all);
            if (!finished.isSuccess()) {
                throw failure(doing, finished);
            }
            if (finished.truncated()) {
                throw new TrackerException("could not " + doing + ": `gh` printed too much", null);
            }
            return finished.text();
        } catch (UncheckedIOException e) {
            throw new TrackerException("could not " + doing + ": " + e.getMessage(), null, e);
        }
    }

    private static TrackerException failure(String doing, Finished finished) {
        String what = "could not " + doing + ": ";
        if (finished.timedOut()) {
            return new TrackerException(
                    what + "`gh` did not answer within " + Gh.LIMIT.toSeconds() + " s",
                    "look at the network, then try again");
        }
        if (Gh.isLoggedOut(finished)) {
            return new TrackerException(what + "`gh` is not logged in", "log in with `gh auth login`");
        }
        return new TrackerException(what + Gh.complaint(finished), null);
    }
}
