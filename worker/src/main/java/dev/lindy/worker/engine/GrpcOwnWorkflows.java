package dev.lindy.worker.engine;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import dev.lindy.payload.Payloads;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.RequestCancelWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetStickyTaskQueueRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import io.temporal.failure.TemporalFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the server by plain calls. */
public final class GrpcOwnWorkflows implements OwnWorkflows {

    private static final Logger LOG = LoggerFactory.getLogger(GrpcOwnWorkflows.class);
    private static final int PAGE = 500;

    private final Sessions sessions;
    private final List<String> types;
    private final Duration limit;

    /**
     * Makes a view on Workflows of the given types.
     *
     * @param limit of each call
     */
    public GrpcOwnWorkflows(Sessions sessions, List<String> types, Duration limit) {
        this.sessions = sessions;
        this.types = List.copyOf(types);
        this.limit = limit;
    }

    @Override
    public Waiting waiting(String namespace, String workflowId, String workflowRunId, String activityId) {
        try {
            DescribeWorkflowExecutionResponse found = sessions.current()
                    .calls(limit)
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(namespace)
                            .setExecution(WorkflowExecution.newBuilder()
                                    .setWorkflowId(workflowId)
                                    .setRunId(workflowRunId))
                            .build());
            if (found.getWorkflowExecutionInfo().getStatus()
                    != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
                return Waiting.CLOSED;
            }
            boolean isPending = found.getPendingActivitiesList().stream()
                    .anyMatch(activity -> activity.getActivityId().equals(activityId));
            return isPending ? Waiting.PENDING : Waiting.NOT_PENDING;
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case NOT_FOUND -> Waiting.UNKNOWN;
                default -> Waiting.UNREACHABLE;
            };
        }
    }

    @Override
    public boolean cancel(String namespace, String workflowId) {
        EngineSession session = sessions.current();
        var request = RequestCancelWorkflowExecutionRequest.newBuilder()
                .setNamespace(namespace)
                .setIdentity(session.identity())
                .setRequestId("lindy-cancel-" + workflowId)
                .setReason("`lindy cancel`")
                .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                .build();
        try {
            session.calls(limit).requestCancelWorkflowExecution(request);
            return true;
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case ALREADY_EXISTS, NOT_FOUND -> true;
                default -> false;
            };
        }
    }

    @Override
    public List<String> open() {
        String query = "ExecutionStatus = 'Running' AND WorkflowType IN (%s)"
                .formatted(types.stream().map(type -> "'" + type + "'").collect(Collectors.joining(", ")));
        List<String> ids = new ArrayList<>();
        ByteString next = ByteString.EMPTY;
        try {
            do {
                ListWorkflowExecutionsResponse page = list(query, next);
                page.getExecutionsList()
                        .forEach(found -> ids.add(found.getExecution().getWorkflowId()));
                next = page.getNextPageToken();
            } while (!next.isEmpty());
        } catch (StatusRuntimeException e) {
            LOG.warn("could not list open Workflows; some may go on five seconds later cause={}", e.getStatus());
        }
        return ids;
    }

    private ListWorkflowExecutionsResponse list(String query, ByteString page) {
        EngineSession session = sessions.current();
        return session.calls(limit)
                .listWorkflowExecutions(ListWorkflowExecutionsRequest.newBuilder()
                        .setNamespace(session.target().namespace())
                        .setPageSize(PAGE)
                        .setQuery(query)
                        .setNextPageToken(page)
                        .build());
    }

    @Override
    public void forgetWorkers(Set<String> workflowIds) {
        EngineSession session = sessions.current();
        List<ListenableFuture<?>> calls = new ArrayList<>();
        for (String id : workflowIds) {
            calls.add(session.futures(limit)
                    .resetStickyTaskQueue(ResetStickyTaskQueueRequest.newBuilder()
                            .setNamespace(session.target().namespace())
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                            .build()));
        }
        try {
            // A Workflow that has ended meanwhile needs no Worker.
            Futures.whenAllComplete(calls).call(() -> null, Runnable::run).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Unexpected failure of a wait", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<AtWork> atWork(Set<String> workflowIds) {
        EngineSession session = sessions.current();
        List<ListenableFuture<DescribeWorkflowExecutionResponse>> calls = new ArrayList<>();
        for (String id : workflowIds) {
            calls.add(session.futures(limit)
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(session.target().namespace())
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                            .build()));
        }
        List<AtWork> found = new ArrayList<>();
        try {
            for (DescribeWorkflowExecutionResponse answer :
                    Futures.successfulAsList(calls).get()) {
                if (answer != null) {
                    addAtWork(found, answer);
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Unexpected failure of a wait", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    private static void addAtWork(List<AtWork> found, DescribeWorkflowExecutionResponse workflow) {
        WorkflowExecution execution = workflow.getWorkflowExecutionInfo().getExecution();
        workflow.getPendingActivitiesList().stream()
                .filter(activity -> activity.getState() != PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED)
                .map(activity -> new AtWork(
                        execution.getWorkflowId(),
                        execution.getRunId(),
                        activity.getActivityId(),
                        activity.getLastWorkerIdentity()))
                .forEach(found::add);
    }

    @Override
    public boolean fail(AtWork activity, TemporalFailure failure) {
        EngineSession session = sessions.current();
        try {
            session.calls(limit)
                    .respondActivityTaskFailedById(RespondActivityTaskFailedByIdRequest.newBuilder()
                            .setNamespace(session.target().namespace())
                            .setIdentity(session.identity())
                            .setWorkflowId(activity.workflowId())
                            .setRunId(activity.workflowRunId())
                            .setActivityId(activity.activityId())
                            .setFailure(Payloads.converter().exceptionToFailure(failure))
                            .build());
            return true;
        } catch (StatusRuntimeException e) {
            LOG.warn("could not have an Activity delivered again activity={} cause={}", activity, e.getStatus());
            return false;
        }
    }
}
