package dev.lindy.cli.client;

import dev.lindy.engine.EngineAddress;
import dev.lindy.engine.NamespaceProbe;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks a server over gRPC whether it has a namespace. */
public final class TemporalNamespaces implements NamespaceProbe {

    /** For an answer, on a machine that is busy. Who does not wait here starts a second server beside the first. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For one that listens and does not speak: a server that is starting, or another program. */
    private static final Duration STARTING = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public boolean exists(EngineAddress engine) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(engine.address())
                .build());
        long start = System.nanoTime();
        try {
            while (true) {
                try {
                    return ask(stubs, engine.namespace());
                } catch (StatusRuntimeException e) {
                    boolean starting = e.getStatus().getCode() == Status.Code.UNAVAILABLE;
                    if (!starting || System.nanoTime() - start > STARTING.toNanos() || !pause()) {
                        return false;
                    }
                }
            }
        } finally {
            stubs.shutdownNow();
        }
    }

    private static boolean ask(WorkflowServiceStubs stubs, String namespace) {
        return stubs.blockingStub()
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .hasNamespaceInfo();
    }

    private static boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
