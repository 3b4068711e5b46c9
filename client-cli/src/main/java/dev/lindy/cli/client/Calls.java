package dev.lindy.cli.client;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes calls to Temporal with an end to them, and says in a person's words why one did not work. */
final class Calls implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMillis(200);

    private final String address;
    private final String namespace;
    private final Duration limit;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(runnable -> TemporalGoals.daemon(runnable, "lindy-call"));

    Calls(String address, String namespace, Duration limit) {
        this.address = address;
        this.namespace = namespace;
        this.limit = limit;
    }

    /** A call that the server answers. */
    <T> T bounded(Supplier<T> call) {
        return within(call, this::unreachable);
    }

    /** A call that a Worker answers. */
    <T> T answered(Supplier<T> call) {
        return within(() -> whenReady(call), Calls::noWorker);
    }

    /**
     * Repeats a call that the server does not take yet: it refuses Updates between a Workflow Task that died with
     * its Worker and the next one.
     */
    private static <T> T whenReady(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (RuntimeException failure) {
                StatusRuntimeException status = find(failure, StatusRuntimeException.class);
                if (status == null || status.getStatus().getCode() != Status.Code.FAILED_PRECONDITION) {
                    throw failure;
                }
                waitFor(AGAIN, failure);
            }
        }
    }

    private static void waitFor(Duration wait, RuntimeException failure) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private <T> T within(Supplier<T> call, Supplier<UserProblem> late) {
        Future<T> answer = threads.submit(call::get);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw late.get();
        } catch (ExecutionException e) {
            throw translate(e.getCause() == null ? e : e.getCause(), late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserProblem.of(ExitCode.INTERRUPTED, "interrupted while waiting for Temporal", null, e);
        }
    }

    private RuntimeException translate(Throwable failure, Supplier<UserProblem> late) {
        if (failure instanceof WorkflowUpdateException) {
            ApplicationFailure refusal = find(failure, ApplicationFailure.class);
            String reason = refusal == null ? String.valueOf(failure.getMessage()) : refusal.getOriginalMessage();
            return UserProblem.of(ExitCode.USAGE, reason, null, failure);
        }
        if (find(failure, WorkflowNotFoundException.class) != null) {
            return UserProblem.of(
                    ExitCode.USAGE, "the run is not going on", "continue it with `lindy resume`", failure);
        }
        StatusRuntimeException status = find(failure, StatusRuntimeException.class);
        if (status != null) {
            return translate(status, late);
        }
        return failure instanceof RuntimeException known
                ? known
                : new IllegalStateException("Unexpected failure: " + failure.getMessage(), failure);
    }

    private RuntimeException translate(StatusRuntimeException status, Supplier<UserProblem> late) {
        Status.Code code = status.getStatus().getCode();
        return switch (code) {
            case UNAVAILABLE -> unreachable();
            case DEADLINE_EXCEEDED, CANCELLED -> late.get();
            case NOT_FOUND ->
                UserProblem.of(
                        ExitCode.UNREACHABLE,
                        "Temporal at `%s` does not know the namespace `%s`".formatted(address, namespace),
                        "start a Worker for it with `lindy up`",
                        status);
            default ->
                UserProblem.of(
                        ExitCode.UNREACHABLE,
                        "Temporal at `%s` refused the call: %s"
                                .formatted(address, status.getStatus().getDescription()),
                        null,
                        status);
        };
    }

    private UserProblem unreachable() {
        return UserProblem.of(
                ExitCode.UNREACHABLE,
                "could not reach Temporal at `%s`".formatted(address),
                "look at it with `lindy ps`, or start it with `lindy up`");
    }

    private static UserProblem noWorker() {
        return UserProblem.of(
                ExitCode.NO_WORKER,
                "no Worker took the request in time",
                "look for one with `lindy ps`, or start one with `lindy up`");
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
