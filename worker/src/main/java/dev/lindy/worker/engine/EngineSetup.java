package dev.lindy.worker.engine;

import com.google.protobuf.util.Durations;
import dev.lindy.workflow.RunAttributes;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a server fit for our runs: namespace, retention, search attributes. Idempotent, done at each start;
 * two Workers may do it at once. Where the server does not allow it, its owner must have done it.
 */
public final class EngineSetup {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSetup.class);
    private static final Duration CALL = Duration.ofSeconds(5);

    /** Right after a namespace was made the server may not know it for a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Made where it is missing; any other name was somebody's choice and may be a slip. */
    private static final String OWN_NAMESPACE = "lindy";

    private static final List<SearchAttributeKey<String>> KEYWORDS =
            List.of(RunAttributes.RUN, RunAttributes.PROJECT, RunAttributes.STATUS, RunAttributes.MODULE);

    private final Duration retention;

    /** Makes a set-up that keeps closed Workflows for at least so long. */
    public EngineSetup(Duration retention) {
        this.retention = retention;
    }

    /**
     * Does what is missing.
     *
     * @throws StatusRuntimeException where the server went away meanwhile
     * @throws IllegalStateException where the namespace is missing and not ours to make
     */
    public void apply(EngineSession session) {
        Patience.until(PATIENCE, () -> prepareNamespace(session));
        Patience.until(PATIENCE, () -> prepareAttributes(session));
    }

    private boolean prepareNamespace(EngineSession session) {
        try {
            Duration kept = retention(describe(session));
            if (session.target().managed() ? kept.equals(retention) : kept.compareTo(retention) >= 0) {
                return true;
            }
            raise(session, kept);
            return false;
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case NOT_FOUND -> register(session);
                case PERMISSION_DENIED, UNIMPLEMENTED, INVALID_ARGUMENT -> {
                    LOG.warn(
                            "could not set the retention of the namespace; closed runs may vanish early namespace={} cause={}",
                            session.target().namespace(),
                            e.getStatus().getDescription());
                    yield true;
                }
                default -> throw e;
            };
        }
    }

    private static DescribeNamespaceResponse describe(EngineSession session) {
        return session.calls(CALL)
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace(session.target().namespace())
                        .build());
    }

    private static Duration retention(DescribeNamespaceResponse namespace) {
        return Duration.ofSeconds(
                namespace.getConfig().getWorkflowExecutionRetentionTtl().getSeconds());
    }

    private void raise(EngineSession session, Duration kept) {
        session.calls(CALL)
                .updateNamespace(UpdateNamespaceRequest.newBuilder()
                        .setNamespace(session.target().namespace())
                        .setConfig(NamespaceConfig.newBuilder()
                                .setWorkflowExecutionRetentionTtl(Durations.fromSeconds(retention.toSeconds())))
                        .build());
        LOG.info(
                "set the retention of the namespace namespace={} days={} before={}",
                session.target().namespace(),
                retention.toDays(),
                kept.toDays());
    }

    private boolean register(EngineSession session) {
        if (!session.target().namespace().equals(OWN_NAMESPACE)) {
            throw new IllegalStateException("the namespace `%s` does not exist at `%s`"
                    .formatted(session.target().namespace(), session.target().address()));
        }
        try {
            session.calls(CALL)
                    .registerNamespace(RegisterNamespaceRequest.newBuilder()
                            .setNamespace(session.target().namespace())
                            .setDescription("goals of Lindy")
                            .setWorkflowExecutionRetentionPeriod(Durations.fromSeconds(retention.toSeconds()))
                            .build());
            LOG.info("made the namespace namespace={}", session.target().namespace());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw e;
            }
        }
        return false;
    }

    private static boolean prepareAttributes(EngineSession session) {
        OperatorServiceStubs operator = session.operator();
        try {
            var known = operator.blockingStub()
                    .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                            .setNamespace(session.target().namespace())
                            .build())
                    .getCustomAttributesMap();
            var missing = new TreeMap<String, IndexedValueType>();
            KEYWORDS.stream()
                    .filter(key -> !known.containsKey(key.getName()))
                    .forEach(key -> missing.put(key.getName(), key.getValueType()));
            if (missing.isEmpty()) {
                return true;
            }
            operator.blockingStub()
                    .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                            .setNamespace(session.target().namespace())
                            .putAllSearchAttributes(missing)
                            .build());
            LOG.info("registered search attributes names={}", missing.keySet());
            return false;
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case ALREADY_EXISTS -> true;
                case NOT_FOUND -> false;
                case PERMISSION_DENIED, UNIMPLEMENTED -> {
                    LOG.warn(
                            "could not register search attributes; runs start only if they exist cause={}",
                            e.getStatus().getDescription());
                    yield true;
                }
                default -> throw e;
            };
        }
    }
}
