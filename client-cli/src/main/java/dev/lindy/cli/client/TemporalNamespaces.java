package dev.lindy.cli.client;

import dev.lindy.engine.EngineAddress;
import dev.lindy.engine.NamespaceProbe;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.TimeUnit;

/** Asks a server over gRPC whether it has a namespace. */
public final class TemporalNamespaces implements NamespaceProbe {

    @Override
    public boolean exists(EngineAddress engine) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(engine.address())
                .build());
        try {
            return stubs.blockingStub()
                    .withDeadlineAfter(1, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(engine.namespace())
                            .build())
                    .hasNamespaceInfo();
        } catch (StatusRuntimeException e) {
            return false;
        } finally {
            stubs.shutdownNow();
        }
    }
}
