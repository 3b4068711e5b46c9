package dev.lindy.engine;

import dev.lindy.process.ProcessIdentity;
import java.time.Duration;
import java.util.Optional;

/** Ends single detached processes, which have no children of their own. */
final class Endings {

    private static final Duration KILLED = Duration.ofSeconds(10);

    private Endings() {}

    /** TERM, after the grace KILL; a process that took over the pid is left alone. Returns whether it lived. */
    static boolean end(ProcessIdentity process, Duration grace) {
        Optional<ProcessHandle> handle = ProcessHandle.of(process.pid());
        if (handle.isEmpty() || !process.isAlive()) {
            return false;
        }
        if (!grace.isZero()) {
            handle.get().destroy();
        }
        if (grace.isZero() || !Pause.until(() -> !process.isAlive(), grace)) {
            handle.get().destroyForcibly();
            Pause.until(() -> !process.isAlive(), KILLED);
        }
        return true;
    }
}
