package dev.lindy.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What runs on this host. Safe for use by many threads. */
public interface ProcessTable {

    /** All living processes. */
    List<ProcessEntry> snapshot();

    /** All living processes but those with these pids. */
    default List<ProcessEntry> snapshotWithout(Set<Long> known) {
        return snapshot().stream().filter(entry -> !known.contains(entry.pid())).toList();
    }

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

    /** Pids of those among these that were started with one of the variables. */
    default Set<Long> marked(Collection<ProcessEntry> among, List<ProcessMarker> markers) {
        Set<Long> found = new HashSet<>();
        markers.forEach(marker -> found.addAll(marked(marker)));
        found.retainAll(among.stream().map(ProcessEntry::pid).collect(Collectors.toSet()));
        return found;
    }

    /** Whether the first was surely started before the second; false where nobody knows. */
    default boolean isOlder(ProcessIdentity process, ProcessIdentity other) {
        return false;
    }

    /** The start time in the form of {@link ProcessIdentity} from what the launcher wrote down. */
    String startTime(String written, String bootId);

    /** Names the running boot of this host; empty where the system has no such name. */
    String bootId();

    /** The table of this host: {@code /proc} where there is one, else the {@code ps} command. */
    static ProcessTable ofHost() {
        return Files.isReadable(Path.of("/proc/self/stat")) ? new ProcTable(Path.of("/proc")) : new PsTable();
    }
}
