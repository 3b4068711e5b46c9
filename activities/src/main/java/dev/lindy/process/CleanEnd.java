package dev.lindy.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The usual end of a program: exit status written, launcher gone, nothing left behind. Told by a look or two at the
 * process table, in which only what is younger than the launcher can belong to it; {@link Cleanup} does the rest.
 */
final class CleanEnd {

    private static final Duration LAUNCHER_PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final ProgramFolder folder;
    private final ProcessTable table;

    CleanEnd(ProgramFolder folder, ProcessTable table) {
        this.folder = folder;
        this.table = table;
    }

    /** False where there is something to end, or any doubt. */
    boolean isProved() throws InterruptedException {
        Optional<LaunchedProgram> launched = folder.launched();
        if (launched.isEmpty() || folder.exitCode().isEmpty() || folder.has("ending")) {
            return false;
        }
        return isGone(launched.get().launcher()) && leftNothing(launched.get());
    }

    private boolean isGone(ProcessIdentity launcher) throws InterruptedException {
        long deadline = System.nanoTime() + LAUNCHER_PATIENCE.toNanos();
        while (table.isAlive(launcher)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
        return true;
    }

    /** Looks twice: a process that ends during the first look may have started another just before. */
    private boolean leftNothing(LaunchedProgram launched) {
        List<ProcessEntry> first = table.snapshot();
        if (holdsAny(first, launched)) {
            return false;
        }
        Set<Long> seen = first.stream().map(ProcessEntry::pid).collect(Collectors.toSet());
        return !holdsAny(table.snapshotWithout(seen), launched);
    }

    private boolean holdsAny(List<ProcessEntry> entries, LaunchedProgram launched) {
        List<ProcessEntry> young = entries.stream()
                .filter(entry -> !table.isOlder(entry.identity(), launched.launcher()))
                .toList();
        Set<Long> marked =
                table.marked(young, List.of(ProcessMarker.program(folder.key()), ProcessMarker.launcher(folder.key())));
        return !new ProcessTree(table, ProcessMarker.program(folder.key()), launched.program())
                .in(entries, marked)
                .isEmpty();
    }
}
