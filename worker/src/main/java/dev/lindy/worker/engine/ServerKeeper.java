package dev.lindy.worker.engine;

import java.util.Optional;

/** Whoever can bring the server back. */
@FunctionalInterface
public interface ServerKeeper {

    /**
     * Makes sure that the server runs; takes as long as its start.
     *
     * @return its address, or empty where it is somebody else's or was stopped on purpose
     * @throws RuntimeException where it cannot be had, with a message for people
     */
    Optional<String> keepRunning();

    /** For servers of other people: waits for them. */
    static ServerKeeper none() {
        return Optional::empty;
    }
}
