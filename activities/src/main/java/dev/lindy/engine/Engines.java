package dev.lindy.engine;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Chooses the Temporal server of a command: the named one, else one at Temporal's usual port that has our
 * namespace, else the managed one.
 */
public final class Engines {

    private static final EngineAddress USUAL = new EngineAddress("127.0.0.1:7233", ManagedServer.NAMESPACE);
    private static final String USUAL_UI = "http://127.0.0.1:8233/namespaces/" + ManagedServer.NAMESPACE;

    private final ManagedServer server;
    private final NamespaceProbe namespaces;
    private final EngineAddress usual;

    /** Makes a chooser that asks the server at Temporal's usual port through the given client. */
    public Engines(ManagedServer server, NamespaceProbe namespaces) {
        this(server, namespaces, USUAL);
    }

    Engines(ManagedServer server, NamespaceProbe namespaces, EngineAddress usual) {
        this.server = server;
        this.namespaces = namespaces;
        this.usual = usual;
    }

    /** Decides; starts nothing, and takes milliseconds where nothing listens at the usual port. */
    public EngineChoice choose(EngineRequest request) {
        if (request.managedOnly()) {
            return managed();
        }
        Optional<EngineAddress> named = request.named();
        if (named.isPresent()) {
            return EngineChoice.of(EngineChoice.Kind.EXTERNAL, named.get(), null);
        }
        if (usual.listens() && namespaces.exists(usual)) {
            return EngineChoice.of(EngineChoice.Kind.COMPOSE, usual, USUAL_UI);
        }
        return managed();
    }

    /** The managed server, for runs that remember it and for those who want an engine of their own. */
    public EngineChoice managed() {
        return EngineChoice.managed(server.recorded().orElse(null));
    }

    /**
     * Starts the server if it is ours; otherwise makes sure that something listens there.
     *
     * @return the choice with the address that is valid now
     * @throws EngineException where it cannot be reached
     */
    public EngineChoice ready(EngineChoice choice, Consumer<String> progress) {
        if (choice.isManaged()) {
            return EngineChoice.managed(server.ensureRunning(progress));
        }
        EngineAddress address = new EngineAddress(choice.requireAddress(), choice.namespace());
        if (!address.listens()) {
            throw new EngineException(
                    "could not reach Temporal at `" + address.address() + "`: nothing answers there",
                    choice.kind() == EngineChoice.Kind.COMPOSE
                            ? "start it with `docker compose up -d`, or leave it out and Lindy starts its own"
                            : "start that server, or correct `--address` or `TEMPORAL_ADDRESS`");
        }
        return choice;
    }
}
