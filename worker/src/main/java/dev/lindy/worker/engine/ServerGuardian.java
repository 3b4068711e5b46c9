package dev.lindy.worker.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices outages of the server, has a managed one restarted, and after each outage gives the Worker a new
 * connection: pollers that have seen an outage may stay deaf for minutes. The watch and the programs are not
 * touched.
 */
public final class ServerGuardian implements AutoCloseable {

    /** What polls over a connection and must go to the new one. */
    @FunctionalInterface
    public interface Tenant {

        /**
         * Polls over the new connection, and no longer over the old one, which it closes when nobody uses it.
         *
         * @throws RuntimeException where the server went away again; then it is told of another one later
         */
        void move(EngineSession from, EngineSession to);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ServerGuardian.class);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    /** So many slow answers in a row are an outage; a closed port is one at once. */
    private static final int MISSES = 3;

    /** A server that refuses single calls must not make us move all the time. */
    private static final Duration CALM = Duration.ofSeconds(5);

    private final Sessions sessions;
    private final EngineConnector connector;
    private final Tenant tenant;
    private final Duration interval;
    private final Thread thread = new Thread(this::watch, "lindy-server-guardian");

    /** Makes a guardian that looks once an interval; nothing happens before {@link #start}. */
    public ServerGuardian(Sessions sessions, EngineConnector connector, Tenant tenant, Duration interval) {
        this.sessions = sessions;
        this.connector = connector;
        this.tenant = tenant;
        this.interval = interval;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void watch() {
        int misses = 0;
        long movedAt = System.nanoTime() - CALM.toNanos();
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(interval.toNanos());
                EngineSession session = sessions.current();
                misses = session.answers(ANSWER) ? 0 : misses + 1;
                boolean isAway =
                        misses >= MISSES || (misses > 0 && !session.target().listens());
                boolean isShaken = session.isBroken() && System.nanoTime() - movedAt > CALM.toNanos();
                if (isAway || isShaken) {
                    recover(session, isAway);
                    movedAt = System.nanoTime();
                    misses = 0;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void recover(EngineSession old, boolean isAway) throws InterruptedException {
        long begin = System.nanoTime();
        if (isAway) {
            LOG.warn(
                    "the Temporal server does not answer; programs go on address={}",
                    old.target().address());
        }
        EngineSession next = moved(old);
        old.reconnect();
        LOG.info(
                "the Temporal server is back address={} away_s={}",
                next.target().address(),
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private EngineSession moved(EngineSession old) throws InterruptedException {
        while (true) {
            EngineSession next = connector.connect();
            try {
                tenant.move(old, next);
                sessions.replace(next);
                return next;
            } catch (RuntimeException e) {
                LOG.warn("could not poll over a new connection, trying again cause={}", e.getMessage());
                next.close();
                TimeUnit.NANOSECONDS.sleep(interval.toNanos());
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
