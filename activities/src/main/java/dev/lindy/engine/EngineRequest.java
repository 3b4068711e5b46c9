package dev.lindy.engine;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user said about the server.
 *
 * @param address from {@code --address}, else from {@code TEMPORAL_ADDRESS} or a profile, or null
 * @param namespace likewise; {@code lindy} where null
 * @param managedOnly from {@code LINDY_ENGINE=managed}: use the managed server, whatever else there is
 */
public record EngineRequest(
        @Nullable String address, @Nullable String namespace, boolean managedOnly) {

    /** What an option or a profile says. */
    public EngineRequest(@Nullable String address, @Nullable String namespace) {
        this(address, namespace, false);
    }

    /** Nothing said. */
    public static EngineRequest none() {
        return new EngineRequest(null, null, false);
    }

    /** Options win over {@code TEMPORAL_ADDRESS} and {@code TEMPORAL_NAMESPACE}. */
    public static EngineRequest from(
            @Nullable String address, @Nullable String namespace, Map<String, String> environment) {
        return new EngineRequest(
                address == null ? named(environment, "TEMPORAL_ADDRESS") : address,
                namespace == null ? named(environment, "TEMPORAL_NAMESPACE") : namespace,
                address == null && "managed".equals(named(environment, "LINDY_ENGINE")));
    }

    /** Fills what is missing from a profile of Temporal's own configuration file. */
    public EngineRequest orElse(EngineRequest profile) {
        return new EngineRequest(
                address == null ? profile.address : address,
                namespace == null ? profile.namespace : namespace,
                managedOnly);
    }

    Optional<EngineAddress> named() {
        return Optional.ofNullable(address)
                .map(host -> new EngineAddress(host, namespace == null ? ManagedServer.NAMESPACE : namespace));
    }

    private static @Nullable String named(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
