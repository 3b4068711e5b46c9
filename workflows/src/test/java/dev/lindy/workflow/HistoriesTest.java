package dev.lindy.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.payload.Payloads;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays what earlier versions recorded: a run that is open while Lindy is updated must go on. A failure
 * here asks for a version marker (see {@link Versions}), not for a new recording.
 */
class HistoriesTest {

    static final Path FOLDER = Path.of("src", "test", "resources", "histories");

    private static final Pattern NAME = Pattern.compile("[a-z]+-(goal|task-\\d+)-v\\d+\\.json");

    private TestWorkflowEnvironment env;
    private Worker worker;

    @BeforeEach
    void start() {
        env = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .build());
        worker = env.newWorker(Fixture.HOST_QUEUE);
        worker.registerWorkflowImplementationTypes(GoalWorkflowImpl.class, TaskWorkflowImpl.class);
    }

    @AfterEach
    void stop() {
        env.close();
    }

    static List<Path> histories() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void replaysWhatAnEarlierVersionRecorded(Path file) throws IOException {
        String json = Files.readString(file);

        assertThatCode(() -> replay(json, workflowId(file))).doesNotThrowAnyException();
    }

    @Test
    void coversEveryBehaviorWithGoalAndTask() throws IOException {
        List<String> names =
                histories().stream().map(file -> file.getFileName().toString()).toList();

        for (String behavior : List.of("diamond", "rework", "conflict", "canceled", "paused", "ci")) {
            assertThat(names).anyMatch(name -> name.startsWith(behavior + "-goal-v"));
            assertThat(names).anyMatch(name -> name.startsWith(behavior + "-task-"));
        }
    }

    @Test
    void noticesAHistoryThatTheCodeWouldNotWrite() throws IOException {
        Path file = FOLDER.resolve("diamond-goal-v1.json");
        String other = Files.readString(file).replace("Run.Report", "Run.Other");

        assertThatThrownBy(() -> replay(other, workflowId(file))).hasStackTraceContaining("NonDeterministic");
    }

    private void replay(String json, String workflowId) throws Exception {
        WorkflowReplayer.replayWorkflowExecution(WorkflowExecutionHistory.fromJson(json, workflowId), worker);
    }

    /** Ids of children and Signals derive from it, so a replay needs the real one. */
    private static String workflowId(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        assertThat(name.matches()).as(file.toString()).isTrue();
        String kind = name.group(1);
        return kind.equals("goal") ? Fixture.RUN.workflowId() : Fixture.RUN.workflowId() + "." + kind;
    }
}
