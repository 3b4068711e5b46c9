package dev.lindy.worker.engine;

/** The connection that is good now; shared by all parts of the Worker. */
public final class Sessions {

    private volatile EngineSession current;

    public Sessions(EngineSession first) {
        this.current = first;
    }

    public EngineSession current() {
        return current;
    }

    void replace(EngineSession next) {
        current = next;
    }
}
