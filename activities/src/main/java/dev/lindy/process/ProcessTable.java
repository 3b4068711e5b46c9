package dev.lindy.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What runs on this host. Safe for use by many threads. */
public interface ProcessTable {

    /** All living processes. */
    List<ProcessEntry> snapshot();

    /** The living process with this pid, or empty. */
    Optional<ProcessEntry> find(long pid);

    /** Whether this very process still runs. */
    default boolean isAlive(ProcessIdentity process) {
        return find(process.pid())
                .map(ProcessEntry::identity)
                .filter(process::equals)
                .isPresent();
    }

    /** Pids of living processes that were started with this variable; only those the user may look into. */
    Set<Long> marked(ProcessMarker marker);

    /** The start time in the form of {@link ProcessIdentity} from what the launcher wrote down. */
    String startTime(String written, String bootId);

    /** Names the running boot of this host; empty where the system has no such name. */
    String bootId();

    /** The table of this host: {@code /proc} where there is one, else the {@code ps} command. */
    static ProcessTable ofHost() {
        return Files.isReadable(Path.of("/proc/self/stat")) ? new ProcTable(Path.of("/proc")) : new PsTable();
    }
}
