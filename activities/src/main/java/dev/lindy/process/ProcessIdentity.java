package dev.lindy.process;

import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same pid. Fit for files such as {@code engine.json}.
 *
 * @param startTime opaque: boot id and clock ticks on Linux, epoch seconds elsewhere
 */
public record ProcessIdentity(long pid, String startTime) {

    /** The process that has this pid now, or empty where there is none. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessTable.ofHost().find(pid).map(ProcessEntry::identity);
    }

    /** The process that runs this code. */
    public static ProcessIdentity current() {
        long pid = ProcessHandle.current().pid();
        return of(pid).orElseThrow(() -> new IllegalStateException("own process is not in the process table: " + pid));
    }

    /** Whether this very process still runs; a zombie does not. */
    public boolean isAlive() {
        return ProcessTable.ofHost().isAlive(this);
    }
}
