package dev.lindy.cli.client;

import dev.lindy.cli.engine.EngineHandle;
import dev.lindy.payload.Payloads;
import dev.lindy.text.SafeText;
import dev.lindy.workflow.GoalDetails;
import dev.lindy.workflow.GoalRequest;
import dev.lindy.workflow.GoalWorkflow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Talks to Temporal over gRPC. Every call is bounded, so that a dead server costs seconds, not minutes. */
final class TemporalGoals implements GoalClient {

    private static final Duration CALL = Duration.ofSeconds(10);
    private static final int MAX_SUMMARY = 200;

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final Calls calls;
    private final ExecutorService followers =
            Executors.newCachedThreadPool(runnable -> daemon(runnable, "lindy-follow"));

    private TemporalGoals(WorkflowServiceStubs stubs, WorkflowClient client, Calls calls) {
        this.stubs = stubs;
        this.client = client;
        this.calls = calls;
    }

    static TemporalGoals connect(EngineHandle engine) {
        return connect(engine, WorkflowServiceStubsOptions.getDefaultInstance());
    }

    static TemporalGoals connect(EngineHandle engine, WorkflowServiceStubsOptions base) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder(base)
                .setTarget(engine.address())
                .setRpcTimeout(CALL)
                .build());
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder()
                .setNamespace(engine.namespace())
                .setDataConverter(Payloads.converter())
                .build();
        return new TemporalGoals(
                stubs,
                WorkflowClient.newInstance(stubs, options),
                new Calls(engine.address(), engine.namespace(), CALL));
    }

    @Override
    public void start(GoalRequest request, String goal) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(request.run().workflowId())
                // that of this state directory, for others may have Workers on the same server
                .setTaskQueue(request.hostQueue())
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setStaticSummary(summary(request.title()))
                .setStaticDetails(GoalDetails.atStart(request, goal))
                .build();
        GoalWorkflow workflow = client.newWorkflowStub(GoalWorkflow.class, options);
        calls.bounded(() -> WorkflowClient.start(workflow::run, request));
    }

    @Override
    public void steer(String workflowId, Steering steering, String id) {
        if (steering instanceof Steering.Approve) {
            update(workflowId, "approve", id);
        } else if (steering instanceof Steering.Pause pause) {
            update(workflowId, "pause", id, pause.reason());
        } else if (steering instanceof Steering.Resume) {
            update(workflowId, "resume", id);
        } else if (steering instanceof Steering.Retry retry) {
            update(workflowId, "retry", id, retry.task());
        } else if (steering instanceof Steering.Skip skip) {
            update(workflowId, "skip", id, skip.task());
        } else {
            throw new IllegalStateException("Unexpected steering: " + steering);
        }
    }

    private void update(String workflowId, String name, String id, Object... arguments) {
        UpdateOptions<Void> options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName(name)
                .setUpdateId(id)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        WorkflowStub stub = client.newUntypedWorkflowStub(workflowId);
        Supplier<Object> call = () -> {
            stub.startUpdate(options, arguments).getResult();
            return true;
        };
        calls.answered(call);
    }

    @Override
    public boolean isOpen(String workflowId) {
        WorkflowStub stub = client.newUntypedWorkflowStub(workflowId);
        return calls.bounded(() -> {
            try {
                return stub.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
            } catch (WorkflowNotFoundException gone) {
                return false;
            }
        });
    }

    @Override
    public void cancel(String workflowId) {
        WorkflowStub stub = client.newUntypedWorkflowStub(workflowId);
        calls.bounded(() -> {
            stub.cancel();
            return true;
        });
    }

    @Override
    public CompletableFuture<RunEnd> end(String workflowId) {
        WorkflowStub stub = client.newUntypedWorkflowStub(workflowId);
        return CompletableFuture.supplyAsync(() -> EndReading.await(stub), followers);
    }

    @Override
    public void close() {
        followers.shutdownNow();
        calls.close();
        stubs.shutdownNow();
    }

    private static String summary(String title) {
        return SafeText.withoutLinks(SafeText.line(title, MAX_SUMMARY));
    }

    static Thread daemon(Runnable runnable, String name) {
        Thread thread = new Thread(runnable, name);
        thread.setDaemon(true);
        return thread;
    }
}
