package dev.lindy.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.random.RandomGenerator;

/** The four ports of the managed server on 127.0.0.1. */
public record Ports(int grpc, int http, int ui, int metrics) {

    /** Below the ephemeral ranges of Linux and macOS: an outgoing connection must not take a recorded port. */
    private static final int FIRST = 20_000;

    private static final int BLOCKS = 3_000;
    private static final int BLOCK = 4;
    private static final int TRIES = 200;

    /** Four neighbors that nobody listens on now. */
    static Ports free(RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            int first = FIRST + BLOCK * random.nextInt(BLOCKS);
            Ports ports = new Ports(first, first + 1, first + 2, first + 3);
            if (ports.areFree()) {
                return ports;
            }
        }
        throw new EngineException(
                "could not start the Temporal server: found no free ports on 127.0.0.1",
                "name a running server with `--address`");
    }

    boolean areFree() {
        return List.of(grpc, http, ui, metrics).stream().allMatch(Ports::isFree);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** 127.0.0.1, also where Java prefers IPv6. */
    static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
