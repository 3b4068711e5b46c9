package dev.lindy.worker;

import dev.lindy.engine.WorkerFolder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows commands on this host once a second that the Worker gets to run: one that is stopped or hangs does not. */
final class WorkerPulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPulse.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final WorkerFolder folder;
    private final long pid;
    private final Thread thread = new Thread(this::beat, "lindy-pulse");

    WorkerPulse(WorkerFolder folder, long pid) {
        this.folder = folder;
        this.pid = pid;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void beat() {
        boolean told = false;
        try {
            while (true) {
                try {
                    folder.beat(pid);
                } catch (UncheckedIOException e) {
                    if (!told) {
                        LOG.warn("could not show that the Worker lives cause={}", e.toString());
                    }
                    told = true;
                }
                TimeUnit.NANOSECONDS.sleep(BEAT.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        folder.clearBeat(pid);
    }
}
