package dev.lindy.engine;

import java.time.Duration;
import java.util.List;

/**
 * Processes that no record names, because whoever started them died before writing their pid. Found by
 * what only their command line holds.
 */
record StrayProcesses(List<String> fragments) {

    private static final Duration KILLED = Duration.ofSeconds(10);

    StrayProcesses {
        fragments = List.copyOf(fragments);
    }

    /** Ends all of them: TERM, after the grace KILL. Returns whether there was one. */
    boolean end(Duration grace) {
        List<ProcessHandle> strays =
                ProcessHandle.allProcesses().filter(this::isOne).toList();
        strays.forEach(ProcessHandle::destroy);
        if (!Pause.until(() -> strays.stream().noneMatch(ProcessHandle::isAlive), grace)) {
            strays.forEach(ProcessHandle::destroyForcibly);
            Pause.until(() -> strays.stream().noneMatch(ProcessHandle::isAlive), KILLED);
        }
        return !strays.isEmpty();
    }

    private boolean isOne(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> fragments.stream().allMatch(line::contains))
                .isPresent();
    }
}
