package dev.lindy.worker.engine;

import com.google.protobuf.ByteString;
import dev.lindy.worker.engine.TaskLedger.Kind;
import dev.lindy.worker.engine.TaskLedger.Task;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCanceledRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedResponse;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import java.util.Base64;

/**
 * Reads along which tasks come and which are answered. The SDK shows tokens later, of Activities only, and never
 * says whether an answer has arrived; a Worker may be killed in between.
 */
final class WireTap implements ClientInterceptor {

    private final TaskLedger ledger;

    WireTap(TaskLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public <ReqT, RespT> ClientCall<ReqT, RespT> interceptCall(
            MethodDescriptor<ReqT, RespT> method, CallOptions options, Channel next) {
        return new Call<>(next.newCall(method, options));
    }

    private final class Call<ReqT, RespT> extends SimpleForwardingClientCall<ReqT, RespT> {

        private String answered = "";

        Call(ClientCall<ReqT, RespT> call) {
            super(call);
        }

        @Override
        public void sendMessage(ReqT message) {
            answered = answered(message);
            super.sendMessage(message);
        }

        @Override
        public void start(Listener<RespT> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onMessage(RespT message) {
                            read(message);
                            super.onMessage(message);
                        }

                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            if (!answered.isEmpty() && isFinal(status)) {
                                ledger.settled(answered);
                            }
                            super.onClose(status, trailers);
                        }
                    },
                    headers);
        }
    }

    private void read(Object message) {
        if (message instanceof PollActivityTaskQueueResponse task) {
            activity(task);
        } else if (message instanceof PollWorkflowTaskQueueResponse task) {
            workflowTask(task);
        } else if (message instanceof RespondWorkflowTaskCompletedResponse more) {
            more.getActivityTasksList().forEach(this::activity);
            if (more.hasWorkflowTask()) {
                workflowTask(more.getWorkflowTask());
            }
        }
    }

    private void activity(PollActivityTaskQueueResponse task) {
        if (task.getTaskToken().isEmpty()) {
            return;
        }
        ledger.received(new Task(
                Kind.ACTIVITY,
                text(task.getTaskToken()),
                task.getWorkflowExecution().getWorkflowId(),
                task.getWorkflowExecution().getRunId(),
                task.getActivityId(),
                task.getActivityType().getName(),
                task.getAttempt()));
    }

    private void workflowTask(PollWorkflowTaskQueueResponse task) {
        // The token of a mere query opens nothing that could be waited for.
        if (task.getTaskToken().isEmpty() || task.hasQuery()) {
            return;
        }
        ledger.received(new Task(
                Kind.WORKFLOW_TASK,
                text(task.getTaskToken()),
                task.getWorkflowExecution().getWorkflowId(),
                task.getWorkflowExecution().getRunId(),
                "",
                "",
                task.getAttempt()));
    }

    private static String answered(Object message) {
        if (message instanceof RespondActivityTaskCompletedRequest answer) {
            return text(answer.getTaskToken());
        }
        if (message instanceof RespondActivityTaskFailedRequest answer) {
            return text(answer.getTaskToken());
        }
        if (message instanceof RespondActivityTaskCanceledRequest answer) {
            return text(answer.getTaskToken());
        }
        if (message instanceof RespondWorkflowTaskCompletedRequest answer) {
            return text(answer.getTaskToken());
        }
        if (message instanceof RespondWorkflowTaskFailedRequest answer) {
            return text(answer.getTaskToken());
        }
        return "";
    }

    private static boolean isFinal(Status status) {
        return switch (status.getCode()) {
            case OK, NOT_FOUND -> true;
            default -> false;
        };
    }

    private static String text(ByteString token) {
        return Base64.getEncoder().encodeToString(token.toByteArray());
    }
}
