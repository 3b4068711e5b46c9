package dev.lindy.worker.engine;

import dev.lindy.payload.Payloads;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceFutureStub;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One connection to the server, from its coming up to its next outage. Then a new one is made. */
public final class EngineSession implements AutoCloseable {

    private final EngineTarget target;
    private final OutageSense sense = new OutageSense();
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;

    /**
     * Makes the connection's parts; connects on first use.
     *
     * @param ledger told of tasks that come and are answered
     */
    public EngineSession(EngineTarget target, String identity, TaskLedger ledger) {
        this.target = target;
        this.stubs = WorkflowServiceStubs.newServiceStubs(target.stubsOptions()
                .addGrpcClientInterceptor(sense)
                .addGrpcClientInterceptor(new WireTap(ledger))
                .build());
        this.client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(target.namespace())
                        .setIdentity(identity)
                        .setDataConverter(Payloads.converter())
                        .build());
    }

    public EngineTarget target() {
        return target;
    }

    /** The client whose factory of Workers polls over this connection. */
    public WorkflowClient client() {
        return client;
    }

    String identity() {
        return client.getOptions().getIdentity();
    }

    /** Plain calls that give up after the limit, without the SDK's retries. */
    WorkflowServiceBlockingStub calls(Duration limit) {
        return stubs.blockingStub().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    WorkflowServiceFutureStub futures(Duration limit) {
        return stubs.futureStub().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    OperatorServiceStubs operator() {
        return OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(stubs.getRawChannel())
                .validateAndBuildWithDefaults());
    }

    /**
     * Says hello.
     *
     * @throws StatusRuntimeException where the server does not answer
     */
    void greet(Duration limit) {
        calls(limit).getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
    }

    /** Gives what still runs over this connection a chance to report. */
    void reconnect() {
        stubs.getRawChannel().resetConnectBackoff();
    }

    /** Whether the server knows our namespace now: an open port alone says nothing. */
    boolean answers(Duration limit) {
        try {
            return calls(limit)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(target.namespace())
                            .build())
                    .hasNamespaceInfo();
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    /** Whether the connection broke at some time: what was polling over it may be deaf. */
    boolean isBroken() {
        return sense.isBroken();
    }

    @Override
    public void close() {
        stubs.shutdownNow();
    }
}
