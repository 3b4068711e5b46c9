package dev.lindy.engine;

/** Asks a server over gRPC whether a namespace exists; implemented where there is a client. */
@FunctionalInterface
public interface NamespaceProbe {

    /** Whether the server answers and has the namespace; false after ten seconds without an answer. */
    boolean exists(EngineAddress engine);
}
