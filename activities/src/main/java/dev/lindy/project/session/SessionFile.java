package dev.lindy.project.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.Plan;
import dev.lindy.plan.PlanDocument;
import dev.lindy.project.file.LeadsOutException;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.run.Attempt;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code .orchestrator/sessions/<run>.json}: a run as the original wrote it, so that the original can read it. What is
 * ours stands in the one object of {@code actions_taken}. The status word is the original's: {@code in_progress},
 * {@code completed}, {@code paused}, {@code failed}.
 */
public final class SessionFile {

    private static final int MAX_QA_OUTPUT = 500;

    private static final Logger LOG = LoggerFactory.getLogger(SessionFile.class);

    private final ProjectFiles files;
    private final String path;
    private final ObjectMapper json = Payloads.mapper();

    /** @param path of the folder as the config has it, seen from the project's root */
    public SessionFile(Path root, String path) {
        this.files = new ProjectFiles(root);
        this.path = path;
    }

    /**
     * Replaces the session file of the run as a whole.
     *
     * @param plan of the snapshot's tasks, in their order; null before there is one
     * @param writer process id of the Worker that writes
     */
    public void write(RunSnapshot snapshot, String goal, @Nullable Plan plan, long writer) {
        String name = snapshot.header().run() + ".json";
        try {
            Path folder = files.inside(path);
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, ".session", ".tmp");
            Files.write(
                    fresh, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree(snapshot, goal, plan, writer)));
            Files.move(
                    fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (LeadsOutException e) {
            LOG.warn("the session file is not written: {}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + path + "/" + name + "`", e);
        }
    }

    private ObjectNode tree(RunSnapshot snapshot, String goal, @Nullable Plan plan, long writer) {
        RunHeader header = snapshot.header();
        ObjectNode session = json.createObjectNode();
        session.put("session_id", header.run().value());
        session.put("started_at", header.startedAt().toString());
        session.put("completed_at", header.status() == RunStatus.COMPLETED ? text(header.endedAt()) : null);
        session.put("goal", goal);
        session.put("status", word(header.status()));
        ours(session.putArray("actions_taken").addObject(), snapshot, writer);
        session.putArray("pending_tasks");
        ArrayNode completed = session.putArray("completed_tasks");
        for (TaskRow row : snapshot.tasks()) {
            if (row.state().status() == TaskStatus.COMPLETED) {
                completed
                        .addObject()
                        .put("id", row.id().value())
                        .put("module", row.module())
                        .put("description", row.description());
            }
        }
        session.set("plan_json", plan == null ? json.nullNode() : plan(snapshot, goal, plan));
        session.put("checkpoint_count", header.sequence());
        session.put("last_checkpoint_at", Instant.now().toString());
        return session;
    }

    // the original refuses a session with any key that it does not know, and lets this list hold any objects
    private static void ours(ObjectNode action, RunSnapshot snapshot, long writer) {
        RunHeader header = snapshot.header();
        action.put("action", "lindy_run");
        action.put("workflow_id", header.workflowId());
        action.put("run_status", header.status().word());
        action.put("goal_branch", header.goalBranch());
        action.put("base_commit", header.base() == null ? null : header.base().commit());
        action.put("cost_usd", snapshot.costUsd());
        action.put("writer_pid", writer);
    }

    /** With prompts and gates: the original goes on with a session's own plan. */
    private static JsonNode plan(RunSnapshot snapshot, String goal, Plan plan) {
        ObjectNode tree = PlanDocument.toTree(plan);
        tree.put("goal", goal);
        int place = 0;
        for (TaskRow row : snapshot.tasks()) {
            task((ObjectNode) tree.path("tasks").path(place++), row);
        }
        return tree;
    }

    private static void task(ObjectNode task, TaskRow row) {
        task.put("status", word(row.state().status()));
        task.put("result", row.state().reason() == null ? "" : row.state().reason());
        task.put("retries", Math.max(0, row.state().attempts().size() - 1));
        task.put("branch", row.state().branch());
        task.put("merge_commit", row.state().mergeCommit());
        task.put("cost_usd", row.state().costUsd());
        ArrayNode qa = task.putArray("qa_results");
        if (!row.state().attempts().isEmpty()) {
            Attempt last = row.state().attempts().get(row.state().attempts().size() - 1);
            last.gates().forEach(verdict -> gate(qa.addObject(), verdict));
            task.put("started_at", row.state().attempts().get(0).startedAt().toString());
            task.put("completed_at", row.state().status().isTerminal() ? text(last.endedAt()) : null);
        }
    }

    private static void gate(ObjectNode gate, GateVerdict verdict) {
        String output = verdict.summary();
        gate.put("gate", verdict.name());
        gate.put("passed", verdict.verdict().accepts());
        gate.put("output", output.length() > MAX_QA_OUTPUT ? output.substring(0, MAX_QA_OUTPUT) : output);
    }

    private static String word(RunStatus status) {
        return switch (status) {
            case PLANNING, AWAITING_APPROVAL, RUNNING -> "in_progress";
            case COMPLETED -> "completed";
            case PAUSED, CANCELED, FAILED -> "paused";
        };
    }

    private static String word(TaskStatus status) {
        return switch (status) {
            case PENDING -> "pending";
            case WORKING, GATING, INTEGRATING -> "in_progress";
            case COMPLETED -> "completed";
            case FAILED, CANCELED -> "failed";
            case SKIPPED -> "skipped";
        };
    }

    private static String text(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }
}
