package dev.lindy.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.engine.ManagedServer;
import dev.lindy.engine.binary.BinaryFinder;
import dev.lindy.state.StateDirectory;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSetupIT {

    @TempDir
    static Path root;

    private static ManagedServer server;
    private static String address;

    @BeforeAll
    static void startServer() {
        server = new ManagedServer(
                new StateDirectory(root.resolve("state")), BinaryFinder.from(System.getenv()), System.getenv());
        address = server.ensureRunning(text -> {}).address();
    }

    @AfterAll
    static void stopServer() {
        server.stop(Duration.ZERO);
    }

    @Test
    void keepsClosedRunsForNinetyDaysAndRegistersAttributes() {
        try (EngineSession session = session("lindy", true)) {
            new EngineSetup(Duration.ofDays(90)).apply(session);
            new EngineSetup(Duration.ofDays(90)).apply(session);

            assertThat(retention(session)).isEqualTo(Duration.ofDays(90));
            assertThat(session.operator()
                            .blockingStub()
                            .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                                    .setNamespace("lindy")
                                    .build())
                            .getCustomAttributesMap())
                    .containsKeys("LindyRun", "LindyProject", "LindyStatus", "LindyModule");
        }
    }

    @Test
    void neverShortensTheRetentionOfOthers() {
        try (EngineSession session = session("default", false)) {
            new EngineSetup(Duration.ofDays(5)).apply(session);
            new EngineSetup(Duration.ofDays(3)).apply(session);

            assertThat(retention(session)).isEqualTo(Duration.ofDays(5));
        }
    }

    @Test
    void doesNotMakeANamespaceThatSomebodyMayHaveMisspelt() {
        try (EngineSession session = session("lindi", false)) {
            assertThatThrownBy(() -> new EngineSetup(Duration.ofDays(90)).apply(session))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the namespace `lindi` does not exist at `" + address + "`");
        }
    }

    private static Duration retention(EngineSession session) {
        return Duration.ofSeconds(session.calls(Duration.ofSeconds(5))
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace(session.target().namespace())
                        .build())
                .getConfig()
                .getWorkflowExecutionRetentionTtl()
                .getSeconds());
    }

    private static EngineSession session(String namespace, boolean managed) {
        return new EngineSession(new EngineTarget(address, namespace, managed), "test", TaskLedger.none());
    }
}
