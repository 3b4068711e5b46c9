package dev.lindy.worker.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.failure.FailureType;
import dev.lindy.process.ProcessIdentity;
import dev.lindy.worker.engine.Outgoing;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityEdgeTest {

    @ActivityInterface
    public interface Actions {
        String act(String how);
    }

    @WorkflowInterface
    public interface OneAction {
        @WorkflowMethod
        String run(String how);
    }

    /** Calls the Activity once or, when it may be retried, until it succeeds. */
    public static final class OneActionImpl implements OneAction {
        @Override
        public String run(String how) {
            return Workflow.newActivityStub(
                            Actions.class,
                            ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                                    .setRetryOptions(RetryOptions.newBuilder()
                                            .setMaximumAttempts(3)
                                            .build())
                                    .build())
                    .act(how);
        }
    }

    private static final class Acting implements Actions {

        private final AtomicInteger calls = new AtomicInteger();
        private final Runnable first;

        Acting(Runnable first) {
            this.first = first;
        }

        @Override
        public String act(String how) {
            calls.incrementAndGet();
            first.run();
            return switch (how) {
                case "refuse" -> throw new LindyException(FailureType.PLAN_INVALID, "no plan", "make one");
                case "flood" -> "x".repeat(Outgoing.LIMIT);
                default -> "done";
            };
        }
    }

    @TempDir
    Path folder;

    private ActivityEdge edge;
    private TestWorkflowEnvironment environment;
    private Acting acting = new Acting(() -> {});

    @BeforeEach
    void build() {
        TokenJournal journal =
                new TokenJournal(new TokenStore(folder), "lindy", ProcessIdentity.current(), InstantSource.system());
        edge = new ActivityEdge(journal);
        environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(edge)
                        .build())
                .build());
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void letsResultsPass() {
        assertThat(run("do")).isEqualTo("done");
    }

    @Test
    void mapsExceptionsToTheirTypes() {
        assertThat(failure("refuse").getType()).isEqualTo("PLAN_INVALID");
        assertThat(acting.calls).hasValue(1);
    }

    @Test
    void refusesResultsThatAreTooLarge() {
        assertThat(failure("flood").getType()).isEqualTo("RESULT_TOO_LARGE");
    }

    @Test
    void sendsEverythingBackOnceTheWorkerEnds() {
        edge.drain();

        assertThat(failure("do").getType()).isEqualTo(ActivityEdge.WORKER_ENDING);
        assertThat(acting.calls).hasValue(0);
    }

    @Test
    void blamesTheEndOfTheWorkerForWhatItInterrupts() {
        acting = new Acting(() -> {
            edge.drain();
            throw new IllegalStateException("interrupted");
        });

        assertThat(failure("do").getType()).isEqualTo(ActivityEdge.WORKER_ENDING);
    }

    private ApplicationFailure failure(String how) {
        ApplicationFailure[] found = new ApplicationFailure[1];
        assertThatThrownBy(() -> run(how)).isInstanceOfSatisfying(WorkflowException.class, problem -> {
            found[0] = (ApplicationFailure) problem.getCause().getCause();
        });
        return found[0];
    }

    private String run(String how) {
        Worker worker = environment.newWorker("test");
        worker.registerWorkflowImplementationTypes(OneActionImpl.class);
        worker.registerActivitiesImplementations(acting);
        environment.start();
        return environment
                .getWorkflowClient()
                .newWorkflowStub(
                        OneAction.class,
                        WorkflowOptions.newBuilder().setTaskQueue("test").build())
                .run(how);
    }
}
