package dev.lindy.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a git command again while another git holds a lock. A lock on one of our own refs that is older than 30 s was
 * left by a killed git, for such a lock is held for milliseconds, and is removed.
 */
final class LockPatience {

    private static final int TRIES = 9;
    private static final Duration STALE = Duration.ofSeconds(30);
    private static final Pattern LOCK = Pattern.compile("Unable to create '([^\n]+\\.lock)': File exists");
    private static final Pattern CONTENTION = Pattern.compile(LOCK.pattern()
            + "|failed to read [^\n]*commondir"
            + "|could not create (leading )?director(y|ies) [^\n]*worktrees"
            + "|[Uu]nable to read [^\n]*worktrees[^\n]*"
            + "|could not lock config file");

    private final Path commonDir;

    LockPatience(Path commonDir) {
        this.commonDir = commonDir;
    }

    GitOutput run(Supplier<GitOutput> command) {
        GitOutput output = command.get();
        for (int n = 1; n < TRIES && !output.succeeded() && isContention(output); n++) {
            pause(n);
            removeStale(output);
            output = command.get();
        }
        return output;
    }

    static boolean isContention(GitOutput output) {
        return CONTENTION.matcher(output.stderr()).find();
    }

    private static void pause(int n) {
        long millis = Math.min(500, 10L << n);
        LockSupport.parkNanos(
                Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis))
                        .toNanos());
    }

    private void removeStale(GitOutput output) {
        Matcher matcher = LOCK.matcher(output.stderr());
        if (!matcher.find()) {
            return;
        }
        Path lock = Path.of(matcher.group(1));
        if (!lock.startsWith(commonDir.resolve("refs").resolve("lindy"))) {
            return;
        }
        try {
            if (Files.getLastModifiedTime(lock)
                    .toInstant()
                    .isBefore(Instant.now().minus(STALE))) {
                Files.deleteIfExists(lock);
            }
        } catch (java.nio.file.NoSuchFileException gone) {
            return;
        } catch (IOException problem) {
            throw new UncheckedIOException("could not remove the stale lock " + lock, problem);
        }
    }
}
