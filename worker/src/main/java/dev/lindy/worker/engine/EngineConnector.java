package dev.lindy.worker.engine;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the server, however long it takes, has it started where it is ours, and sets it up. */
public final class EngineConnector {

    private static final Logger LOG = LoggerFactory.getLogger(EngineConnector.class);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final String identity;
    private final TaskLedger ledger;
    private final ServerKeeper keeper;
    private final EngineSetup setup;
    private final Duration pause;
    private EngineTarget target;

    /**
     * Makes a connector.
     *
     * @param ledger told of tasks that come and are answered
     * @param pause between two looks at a server that is away
     */
    public EngineConnector(
            EngineTarget target,
            String identity,
            TaskLedger ledger,
            ServerKeeper keeper,
            EngineSetup setup,
            Duration pause) {
        this.target = target;
        this.identity = identity;
        this.ledger = ledger;
        this.keeper = keeper;
        this.setup = setup;
        this.pause = pause;
    }

    /** A connection to a server that answers and is set up. */
    public synchronized EngineSession connect() throws InterruptedException {
        String told = "";
        while (true) {
            String problem = bringBack();
            if (problem == null) {
                EngineSession session = new EngineSession(target, identity, ledger);
                problem = prepare(session);
                if (problem == null) {
                    return session;
                }
                session.close();
            }
            if (!problem.equals(told)) {
                LOG.warn("waiting for the Temporal server address={} cause={}", target.address(), problem);
                told = problem;
            }
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
    }

    /** Why there is no server, or null where something listens. */
    private @Nullable String bringBack() {
        try {
            // Also where something listens: it may not be our server that has the port now.
            Optional<String> address = keeper.keepRunning();
            if (address.isPresent()) {
                target = target.withAddress(address.get());
            }
        } catch (RuntimeException e) {
            return e.getMessage();
        }
        return target.listens() ? null : "nothing listens there";
    }

    private @Nullable String prepare(EngineSession session) {
        try {
            session.greet(ANSWER);
            setup.apply(session);
            return session.answers(ANSWER) ? null : "it does not answer";
        } catch (StatusRuntimeException e) {
            return "it answers " + e.getStatus().getCode();
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }
}
