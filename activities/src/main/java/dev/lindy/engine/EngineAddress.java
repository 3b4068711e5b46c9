package dev.lindy.engine;

import java.time.Duration;

/**
 * A server that somebody named.
 *
 * @param address host and port for gRPC
 */
public record EngineAddress(String address, String namespace) {

    private static final int DEFAULT_PORT = 7233;
    private static final Duration NEAR = Duration.ofMillis(300);
    private static final Duration FAR = Duration.ofSeconds(3);

    public EngineAddress {
        if (address.isBlank() || namespace.isBlank()) {
            throw new IllegalArgumentException("address and namespace must not be empty");
        }
        address = address.strip();
        if (address.indexOf(':') < 0) {
            address = address + ":" + DEFAULT_PORT;
        }
    }

    /** Whether something listens there; asked for 300 ms on this host, for 3 s elsewhere. */
    public boolean listens() {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon).replaceAll("^\\[|]$", "");
        try {
            boolean near = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
            return SocketProbe.listens(host, Integer.parseInt(address.substring(colon + 1)), near ? NEAR : FAR);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
