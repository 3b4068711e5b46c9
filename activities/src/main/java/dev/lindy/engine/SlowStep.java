package dev.lindy.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that takes so long that people must hear of it: after a short silence what is done is told,
 * and then every few seconds that it still is.
 *
 * @param what for instance {@code starting the Temporal server}
 * @param silence before the first word
 */
public record SlowStep(String what, Duration silence) {

    private static final Logger LOG = LoggerFactory.getLogger(SlowStep.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    /** A step that is not mentioned when it takes less than two seconds. */
    public static SlowStep quietlyAtFirst(String what) {
        return new SlowStep(what, Duration.ofSeconds(2));
    }

    /** A step that is announced. */
    public static SlowStep announced(String what) {
        return new SlowStep(what, Duration.ZERO);
    }

    /** Does the action; the progress is told by another thread, which has a second for its last word. */
    public <T> T during(Consumer<String> progress, PatientLock.Action<T> action) throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(SlowStep::daemon);
        AtomicBoolean told = new AtomicBoolean(silence.isZero());
        if (told.get()) {
            progress.accept(what);
        }
        ScheduledFuture<?> telling = clock.scheduleAtFixedRate(
                () -> progress.accept(told.getAndSet(true) ? "still " + what : what),
                silence.isZero() ? PERIOD.toMillis() : silence.toMillis(),
                PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return action.run();
        } finally {
            telling.cancel(false);
            stop(clock);
        }
    }

    private static void stop(ScheduledExecutorService clock) {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.debug("progress was still being told when its step ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lindy-progress");
        thread.setDaemon(true);
        return thread;
    }
}
