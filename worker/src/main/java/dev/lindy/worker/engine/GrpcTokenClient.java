package dev.lindy.worker.engine;

import com.google.protobuf.ByteString;
import dev.lindy.payload.Payloads;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCanceledRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import io.temporal.failure.TemporalFailure;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks by plain calls: the SDK's completion client retries for minutes while its caller waits, and keeps the
 * server's answer to a cancellation to itself.
 */
public final class GrpcTokenClient implements TokenClient {

    private static final Logger LOG = LoggerFactory.getLogger(GrpcTokenClient.class);

    private final Sessions sessions;
    private final Duration limit;

    /** Makes a client whose calls give up after the limit. */
    public GrpcTokenClient(Sessions sessions, Duration limit) {
        this.sessions = sessions;
        this.limit = limit;
    }

    @Override
    public Reply heartbeat(String namespace, String token, Object details) {
        EngineSession session = sessions.current();
        var request = RecordActivityTaskHeartbeatRequest.newBuilder()
                .setNamespace(namespace)
                .setIdentity(session.identity())
                .setTaskToken(bytes(token))
                .setDetails(payloads(details))
                .build();
        return reply(() -> {
            boolean cancel =
                    session.calls(limit).recordActivityTaskHeartbeat(request).getCancelRequested();
            return cancel ? Reply.CANCEL_REQUESTED : Reply.OK;
        });
    }

    @Override
    public Reply complete(String namespace, String token, Outgoing result) {
        EngineSession session = sessions.current();
        var request = RespondActivityTaskCompletedRequest.newBuilder()
                .setNamespace(namespace)
                .setIdentity(session.identity())
                .setTaskToken(bytes(token));
        result.payload().ifPresent(payload -> request.getResultBuilder().addPayloads(payload));
        return reply(() -> {
            session.calls(limit).respondActivityTaskCompleted(request.build());
            return Reply.OK;
        });
    }

    @Override
    public Reply fail(String namespace, String token, TemporalFailure failure) {
        EngineSession session = sessions.current();
        var request = RespondActivityTaskFailedRequest.newBuilder()
                .setNamespace(namespace)
                .setIdentity(session.identity())
                .setTaskToken(bytes(token))
                .setFailure(Payloads.converter().exceptionToFailure(failure))
                .build();
        return reply(() -> {
            session.calls(limit).respondActivityTaskFailed(request);
            return Reply.OK;
        });
    }

    @Override
    public Reply canceled(String namespace, String token, @Nullable Object details) {
        EngineSession session = sessions.current();
        var request = RespondActivityTaskCanceledRequest.newBuilder()
                .setNamespace(namespace)
                .setIdentity(session.identity())
                .setTaskToken(bytes(token));
        if (details != null) {
            request.setDetails(payloads(details));
        }
        return reply(() -> {
            session.calls(limit).respondActivityTaskCanceled(request.build());
            return Reply.OK;
        });
    }

    @Override
    public Reply releaseWorkflowTask(String namespace, String token) {
        EngineSession session = sessions.current();
        var request = RespondWorkflowTaskFailedRequest.newBuilder()
                .setNamespace(namespace)
                .setIdentity(session.identity())
                .setTaskToken(bytes(token))
                .setCause(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE)
                .setFailure(Failure.newBuilder().setMessage("the Worker ended; the next one goes on"))
                .build();
        return reply(() -> {
            session.calls(limit).respondWorkflowTaskFailed(request);
            return Reply.OK;
        });
    }

    private static io.temporal.api.common.v1.Payloads payloads(Object details) {
        return Payloads.converter()
                .toPayloads(details)
                .orElseGet(io.temporal.api.common.v1.Payloads::getDefaultInstance);
    }

    private static ByteString bytes(String token) {
        return ByteString.copyFrom(Base64.getDecoder().decode(token));
    }

    private static Reply reply(Supplier<Reply> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case NOT_FOUND -> Reply.GONE;
                case INVALID_ARGUMENT, FAILED_PRECONDITION, PERMISSION_DENIED, UNIMPLEMENTED -> {
                    LOG.warn("the server refused a task token cause={}", e.getStatus());
                    yield Reply.REFUSED;
                }
                default -> Reply.UNREACHABLE;
            };
        }
    }
}
