package dev.lindy.worker.engine;

import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that the Worker works for.
 *
 * @param address host and port for gRPC
 * @param managed whether Lindy starts and restarts it; then no {@code TEMPORAL_*} setting applies, since those
 *     name other servers
 */
public record EngineTarget(String address, String namespace, boolean managed) {

    private static final Logger LOG = LoggerFactory.getLogger(EngineTarget.class);
    private static final Duration PROBE = Duration.ofMillis(300);
    private static final int USUAL_PORT = 7233;

    public EngineTarget {
        if (address.isBlank() || namespace.isBlank()) {
            throw new IllegalArgumentException("address and namespace must not be empty");
        }
    }

    public EngineTarget withAddress(String newAddress) {
        return new EngineTarget(newAddress, namespace, managed);
    }

    /** Whether something takes connections there; a first, cheap look before gRPC's long time-outs. */
    public boolean listens() {
        int colon = address.lastIndexOf(':');
        String host = (colon < 0 ? address : address.substring(0, colon)).replaceAll("^\\[|]$", "");
        try (Socket socket = new Socket()) {
            int port = colon < 0 ? USUAL_PORT : Integer.parseInt(address.substring(colon + 1));
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(PROBE.toMillis()));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    WorkflowServiceStubsOptions.Builder stubsOptions() {
        return WorkflowServiceStubsOptions.newBuilder(credentials()).setTarget(address);
    }

    private WorkflowServiceStubsOptions credentials() {
        WorkflowServiceStubsOptions plain =
                WorkflowServiceStubsOptions.newBuilder().build();
        if (managed) {
            return plain;
        }
        try {
            ClientConfigProfile profile = ClientConfigProfile.load();
            String named = profile.getAddress();
            boolean isMeant = named == null || named.isBlank() || named.equals(address);
            return isMeant ? profile.toWorkflowServiceStubsOptions() : plain;
        } catch (IOException e) {
            LOG.warn("ignored the Temporal profile cause={}", e.getMessage());
            return plain;
        }
    }
}
