package dev.lindy.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Asks a server over a plain socket: tens of milliseconds, where a gRPC channel takes a second to come up
 * and six to give up.
 */
public final class SocketProbe {

    private static final Duration CONNECT = Duration.ofMillis(300);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int MAX_ANSWER = 256 * 1024;

    private SocketProbe() {}

    /** Whether something listens there. */
    static boolean listens(String host, int port, Duration limit) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(address -> listens(address, port, limit));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean listens(InetAddress address, int port, Duration limit) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int) limit.toMillis());
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether Temporal's HTTP API on 127.0.0.1 knows the namespace: a real call, more than an open port. */
    public static boolean hasNamespace(int httpPort, String namespace) {
        return get(httpPort, "/api/v1/namespaces/" + namespace)
                .filter(body -> body.contains("namespaceInfo"))
                .isPresent();
    }

    /** The body of a 200 answer of 127.0.0.1 to an HTTP/1.0 request, else nothing. */
    public static Optional<String> get(int port, String path) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.loopback(), port), (int) CONNECT.toMillis());
            socket.setSoTimeout((int) ANSWER.toMillis());
            String request = "GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return body(new String(in.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> body(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        boolean ok = answer.startsWith("HTTP/1.") && answer.startsWith(" 200", 8);
        return ok && end > 0 ? Optional.of(answer.substring(end + 4)) : Optional.empty();
    }
}
