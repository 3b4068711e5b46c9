package dev.lindy.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lindy.activity.PlannedTask;
import dev.lindy.payload.Payloads;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskStatus;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test server with one Worker for both queues, new for each test, around a {@link World}. */
final class Engine implements BeforeEachCallback, AfterEachCallback {

    static final Duration SOON = Duration.ofSeconds(30);

    World world = new World();
    TestWorkflowEnvironment env;

    @Override
    public void beforeEach(ExtensionContext context) {
        env = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .setIdentity("test")
                        .build())
                .build());
        for (String name : new String[] {
            RunAttributes.RUN.getName(), RunAttributes.PROJECT.getName(), RunAttributes.STATUS.getName()
        }) {
            env.registerSearchAttribute(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
        }
        WorkerOptions options = WorkerOptions.newBuilder()
                .setMaxHeartbeatThrottleInterval(Duration.ofMillis(10))
                .setDefaultHeartbeatThrottleInterval(Duration.ofMillis(10))
                .build();
        Worker worker = env.newWorker(Fixture.HOST_QUEUE, options);
        worker.registerWorkflowImplementationTypes(GoalWorkflowImpl.class, TaskWorkflowImpl.class);
        worker.registerActivitiesImplementations(world);
        env.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        env.shutdownNow();
        env.close();
        assertThat(world.broken).as("promises of the records that were broken").isEmpty();
    }

    GoalWorkflow start(GoalRequest request) {
        GoalWorkflow goal = env.getWorkflowClient()
                .newWorkflowStub(
                        GoalWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(request.run().workflowId())
                                .setTaskQueue(request.hostQueue())
                                .build());
        WorkflowClient.start(goal::run, request);
        return goal;
    }

    RunResult run(GoalRequest request) {
        return result(start(request));
    }

    RunResult result(GoalWorkflow goal) {
        try {
            return WorkflowStub.fromTyped(goal).getResult(180, TimeUnit.SECONDS, RunResult.class);
        } catch (TimeoutException late) {
            throw new AssertionError("the run does not end; its last steps: " + lastSteps(), late);
        }
    }

    private List<String> lastSteps() {
        List<String> steps = List.copyOf(world.journal);
        return steps.subList(Math.max(0, steps.size() - 30), steps.size());
    }

    /** The result that a run carries in its failure where the goal was not reached. */
    RunResult missed(GoalWorkflow goal) {
        WorkflowFailedException failure = catchThrowableOfType(WorkflowFailedException.class, () -> result(goal));
        assertThat(failure).as("failure of the run").isNotNull();
        assertThat(failure.getCause()).isInstanceOf(ApplicationFailure.class);
        ApplicationFailure cause = (ApplicationFailure) failure.getCause();
        assertThat(cause.getType()).isEqualTo(RunResult.GOAL_NOT_REACHED);
        return cause.getDetails().get(RunResult.class);
    }

    void cancel(GoalWorkflow goal) {
        WorkflowStub.fromTyped(goal).cancel();
    }

    /** What a real server does to the tasks of a closed run; the test server does not. */
    void cancelTask(int task) {
        env.getWorkflowClient().newUntypedWorkflowStub(child(task)).cancel();
    }

    WorkflowExecutionStatus status(String workflowId) {
        return env.getWorkflowClient()
                .newUntypedWorkflowStub(workflowId)
                .describe()
                .getStatus();
    }

    static String child(int task) {
        return Fixture.RUN.workflowId() + ".task-" + task;
    }

    WorkflowExecutionHistory history(String workflowId) {
        return env.getWorkflowClient().fetchHistory(workflowId);
    }

    /** Waits, in real time, until the run's own picture is like this. */
    void until(GoalWorkflow goal, Consumer<RunHeader> picture) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> picture.accept(goal.header()));
    }

    void untilStatus(GoalWorkflow goal, RunStatus status) {
        until(goal, header -> assertThat(header.status()).isEqualTo(status));
    }

    void untilRecorded(int task, TaskStatus status) {
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        world.recorded(task) != null && world.recorded(task).status() == status);
    }

    /** Waits until a task has seen so many Activities end and has nothing to do. */
    void untilIdle(int task, int activities) {
        Awaitility.await().atMost(SOON).until(() -> {
            List<EventType> events = history(child(task)).getEvents().stream()
                    .map(HistoryEvent::getEventType)
                    .toList();
            return Collections.frequency(events, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED) == activities
                    && events.get(events.size() - 1) == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED;
        });
    }

    /** Where an Activity ends while its cancellation is on the way, the test server spoils the history. */
    void untilActivityIsToCancel(int task) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> history(child(task)).getEvents().stream()
                        .anyMatch(
                                event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED));
    }

    void untilJournal(String entry) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(world.journal).contains(entry));
    }

    Engine plan(PlannedTask... tasks) {
        world.plan(tasks);
        return this;
    }
}
