package dev.lindy.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Temporal server of a command or a run.
 *
 * @param id names the engine in records and folders: {@code managed}, or made of address and namespace
 * @param address host and port for gRPC, or null where the managed server was never started
 * @param uiUrl of the Web UI's page for the namespace, or null where nobody knows
 */
public record EngineChoice(
        Kind kind,
        String id,
        @Nullable String address,
        String namespace,
        @Nullable String uiUrl) {

    /** Who cares for the server. */
    public enum Kind {
        /** Lindy starts and restarts it. */
        MANAGED,
        /** It listens at Temporal's usual port of this host, as {@code docker compose up} gives it. */
        COMPOSE,
        /** It was named by an option, the environment or a profile. */
        EXTERNAL
    }

    static final String MANAGED_ID = "managed";

    /** The managed server as recorded, or as it will be. */
    static EngineChoice managed(@Nullable EngineFile file) {
        return new EngineChoice(
                Kind.MANAGED,
                MANAGED_ID,
                file == null ? null : file.address(),
                ManagedServer.NAMESPACE,
                file == null ? null : file.uiUrl());
    }

    /** A server that somebody else cares for. */
    static EngineChoice of(Kind kind, EngineAddress address, @Nullable String uiUrl) {
        return new EngineChoice(kind, id(address), address.address(), address.namespace(), uiUrl);
    }

    private static String id(EngineAddress address) {
        String host = address.address().toLowerCase(Locale.ROOT).replaceFirst("^localhost:", "127.0.0.1:");
        return (host + "_" + address.namespace()).replaceAll("[^A-Za-z0-9._-]", "-");
    }

    public boolean isManaged() {
        return kind == Kind.MANAGED;
    }

    /** The address of a server that runs. */
    public String requireAddress() {
        if (address == null) {
            throw new IllegalStateException("the managed server was never started");
        }
        return address;
    }
}
