package dev.lindy.project.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.plan.Plan;
import dev.lindy.plan.PlanDocument;
import dev.lindy.plan.PlanReading;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The original refuses a session with a key that it does not know. */
class SessionFileTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir
    private Path root;

    @Test
    void hasTheKeysOfTheOriginalAndNoOther() throws IOException {
        List<String> keys = new ArrayList<>();
        written(RunStatus.RUNNING).fieldNames().forEachRemaining(keys::add);

        assertThat(keys)
                .containsExactly(
                        "session_id",
                        "started_at",
                        "completed_at",
                        "goal",
                        "status",
                        "actions_taken",
                        "pending_tasks",
                        "completed_tasks",
                        "plan_json",
                        "checkpoint_count",
                        "last_checkpoint_at");
    }

    @Test
    void keepsWhatIsOursWhereTheOriginalTakesAnything() throws IOException {
        JsonNode session = written(RunStatus.FAILED);

        assertThat(session.path("status").asText()).isEqualTo("paused");
        assertThat(session.path("actions_taken")).singleElement().satisfies(ours -> {
            assertThat(ours.path("workflow_id").asText()).isEqualTo("add-login-1a2b3c4d");
            assertThat(ours.path("run_status").asText()).isEqualTo("failed");
            assertThat(ours.path("goal_branch").asText()).isEqualTo("af/goal-1a2b3c4d");
            assertThat(ours.path("writer_pid").asLong()).isEqualTo(7);
        });
    }

    /** The original takes the newest session for its own and goes on with its plan. */
    @Test
    void bringsPromptsAndGatesForTheOriginalToGoOn() throws IOException {
        PlanReading reading = PlanDocument.parse("""
                {"goal": "Add login", "tasks": [{"id": 1, "module": "api", "description": "Add it", "prompt": "Do it",
                  "qa_checks": [{"gate": "command_check", "params": {"command": "make test"}}]}]}
                """, "plan.json");
        TaskState failed = TaskState.pending(TaskId.of(1)).withStatus(TaskStatus.FAILED, "no");
        TaskRow row = new TaskRow("api", "Add it", List.of(), failed);

        JsonNode task = written(RunStatus.FAILED, reading.plan(), row)
                .path("plan_json")
                .path("tasks")
                .path(0);

        assertThat(task.path("prompt").asText()).isEqualTo("Do it");
        assertThat(task.at("/qa_checks/0/params/command").asText()).isEqualTo("make test");
        assertThat(task.path("status").asText()).isEqualTo("failed");
    }

    private JsonNode written(RunStatus status) throws IOException {
        return written(status, null);
    }

    private JsonNode written(RunStatus status, @Nullable Plan plan, TaskRow... rows) throws IOException {
        RunHeader header = new RunHeader(
                RunId.of("1a2b3c4d"),
                "add-login-1a2b3c4d",
                3,
                "Add login",
                root.toString(),
                status,
                START,
                null,
                null,
                "af/goal-1a2b3c4d",
                0.1,
                List.of(),
                null,
                null,
                false);
        new SessionFile(root, ".orchestrator/sessions")
                .write(new RunSnapshot(header, List.of(rows)), "Add login", plan, 7);
        return new ObjectMapper().readTree(Files.readAllBytes(root.resolve(".orchestrator/sessions/1a2b3c4d.json")));
    }
}
