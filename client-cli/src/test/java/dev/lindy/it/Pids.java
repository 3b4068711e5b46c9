package dev.lindy.it;

import static org.awaitility.Awaitility.await;

import dev.lindy.process.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Processes by their ids. */
final class Pids {

    private Pids() {}

    /** A zombie does not live. */
    static boolean lives(long pid) {
        return ProcessTable.ofHost().find(pid).isPresent();
    }

    /** kill -9, until they are gone. */
    static void kill(Collection<Long> pids) {
        pids.forEach(pid -> signal("KILL", pid));
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> pids.stream().noneMatch(Pids::lives));
    }

    static void kill(long pid) {
        kill(List.of(pid));
    }

    /** Until all of them are gone, by whatever is to end them: five times what the design allows. */
    static void awaitGone(Collection<Long> pids) {
        await().atMost(Duration.ofSeconds(50))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> pids.stream().noneMatch(Pids::lives));
    }

    /** One that is gone already is no fault. */
    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("/bin/kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
