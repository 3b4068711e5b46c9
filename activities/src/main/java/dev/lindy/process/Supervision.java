package dev.lindy.process;

import dev.lindy.process.ProgramEnd.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells from a record's files and from the process table whether its program is over. One thread at a time. */
final class Supervision {

    private static final Logger log = LoggerFactory.getLogger(Supervision.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LIMIT_MARGIN = Duration.ofSeconds(3);

    private final ProgramFolder folder;
    private final ProgramSpec spec;
    private final ProgramLimits limits;
    private final ProcessTable table = ProcessTable.ofHost();
    private long nextLook = System.nanoTime();
    private long claimSeen;

    Supervision(ProgramFolder folder, ProgramSpec spec, ProgramLimits limits) {
        this.folder = folder;
        this.spec = spec;
        this.limits = limits;
    }

    /** Whether the program has ended, never will run, or is to be ended: then {@link Cleanup} is next. */
    boolean isOver(Set<String> files) {
        if (files.contains("exit") && folder.exitCode().isPresent()) {
            return true;
        }
        if (files.contains("ending") || files.contains("failed")) {
            return true;
        }
        if (!files.contains("claim") || System.nanoTime() - nextLook < 0) {
            return false;
        }
        nextLook = System.nanoTime() + LOOK.toNanos();
        return folder.launched().map(this::isOver).orElseGet(this::hasNothingRun);
    }

    private boolean isOver(LaunchedProgram launched) {
        boolean launcherLives = launched.launcher().isAlive();
        if (launched.program().isAlive()) {
            if (!launcherLives && isPastLimit()) {
                log.info("ending program past its hard limit, its launcher is gone, key={}", folder.key());
                folder.ending(Reason.HARD_LIMIT);
                return true;
            }
            return outlivesItsLimit();
        }
        // A launcher that lives is about to write the exit status.
        return !launcherLives;
    }

    /** A second net: the launcher gives TERM and KILL itself, and should have come through by now. */
    private boolean outlivesItsLimit() {
        Instant late = Instant.now().minus(spec.grace()).minus(LIMIT_MARGIN);
        return folder.time("limit").map(limit -> limit.isBefore(late)).orElse(false);
    }

    private boolean isPastLimit() {
        Instant launchedAt = folder.time("pid").orElse(Instant.EPOCH);
        return Instant.now().isAfter(launchedAt.plus(spec.hardLimit()));
    }

    /** A claim without a pid: nothing has run, and nothing will once no launcher is left. */
    private boolean hasNothingRun() {
        long now = System.nanoTime();
        if (claimSeen == 0) {
            claimSeen = now;
        }
        return now - claimSeen > limits.claimPatience().toNanos()
                && table.marked(ProcessMarker.launcher(folder.key())).isEmpty()
                && table.marked(ProcessMarker.program(folder.key())).isEmpty()
                && folder.launched().isEmpty();
    }
}
