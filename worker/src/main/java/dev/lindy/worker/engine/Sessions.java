package dev.lindy.worker.engine;

import java.util.concurrent.atomic.AtomicReference;

/** The connection that is good now; shared by all parts of the Worker. */
public final class Sessions {

    private final AtomicReference<EngineSession> current;

    public Sessions(EngineSession first) {
        this.current = new AtomicReference<>(first);
    }

    public EngineSession current() {
        return current.get();
    }

    EngineSession replace(EngineSession next) {
        return current.getAndSet(next);
    }
}
