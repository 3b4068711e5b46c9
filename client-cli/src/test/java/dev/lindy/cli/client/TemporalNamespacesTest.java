package dev.lindy.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.engine.EngineAddress;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.namespace.v1.NamespaceInfo;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemporalNamespacesTest {

    private final TemporalNamespaces probe = new TemporalNamespaces();

    private Server server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.shutdownNow();
        }
    }

    @Test
    void waitsForAServerThatIsBusy() throws IOException {
        EngineAddress busy = serve("lindy", Duration.ofSeconds(3));

        assertThat(probe.exists(busy)).isTrue();
    }

    @Test
    void saysNoWhereTheNamespaceIsMissing() throws IOException {
        EngineAddress other = serve("default", Duration.ZERO);

        assertThat(probe.exists(other)).isFalse();
    }

    @Test
    void saysNoWhereAnotherProgramListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> hangsUp = CompletableFuture.runAsync(() -> hangUp(socket));

            assertThat(probe.exists(new EngineAddress("127.0.0.1:" + socket.getLocalPort(), "lindy")))
                    .isFalse();
            assertThat(hangsUp).isNotDone();
        }
    }

    private static void hangUp(ServerSocket socket) {
        try {
            while (true) {
                socket.accept().close();
            }
        } catch (IOException closed) {
            return;
        }
    }

    private EngineAddress serve(String namespace, Duration delay) throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new OneNamespace(namespace, delay))
                .build()
                .start();
        return new EngineAddress("127.0.0.1:" + server.getPort(), "lindy");
    }

    /** A server as far as the question goes. */
    private static final class OneNamespace extends WorkflowServiceGrpc.WorkflowServiceImplBase {

        private final String name;
        private final Executor later;

        OneNamespace(String name, Duration delay) {
            this.name = name;
            later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
            answer.onNext(GetSystemInfoResponse.getDefaultInstance());
            answer.onCompleted();
        }

        @Override
        public void describeNamespace(
                DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> answer) {
            if (!request.getNamespace().equals(name)) {
                answer.onError(Status.NOT_FOUND.asRuntimeException());
                return;
            }
            later.execute(() -> {
                answer.onNext(DescribeNamespaceResponse.newBuilder()
                        .setNamespaceInfo(NamespaceInfo.newBuilder().setName(name))
                        .build());
                answer.onCompleted();
            });
        }
    }
}
