package dev.lindy.worker;

import dev.lindy.worker.program.WatchDuty;
import dev.lindy.worker.token.ActivityEdge;
import dev.lindy.worker.token.LostResults;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orderly end of a Worker, within 10 s: no new work, what is at work may finish, the rest is left to the
 * next Worker. Programs go on.
 */
final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final Duration WATCH = Duration.ofSeconds(2);
    private static final Duration CUT = Duration.ofMillis(500);
    private static final Duration DELIVERED_AGAIN = Duration.ofMillis(500);

    private final ActivityEdge edge;
    private final WatchDuty duty;
    private final TaskWorkers workers;
    private final LostResults results;
    private final Duration grace;

    Drain(ActivityEdge edge, WatchDuty duty, TaskWorkers workers, LostResults results, Duration grace) {
        this.edge = edge;
        this.duty = duty;
        this.workers = workers;
        this.results = results;
        this.grace = grace;
    }

    void run() {
        LOG.info("the Worker ends; programs go on");
        edge.drain();
        // The watch first: another Worker that stands by goes on with the programs at once.
        Thread watch = new Thread(duty::close, "lindy-end-watch");
        watch.setDaemon(true);
        watch.start();
        if (!workers.drain(grace)) {
            results.giveBack(DELIVERED_AGAIN);
            workers.cut(CUT);
        }
        join(watch);
        LOG.info("the Worker has ended");
    }

    private static void join(Thread thread) {
        try {
            thread.join(WATCH.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
