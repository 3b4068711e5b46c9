package dev.lindy.activities.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.activities.git.Journal;
import dev.lindy.activities.git.JournalFile;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.TaskId;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.state.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes down what happens to tasks: in the projection at once, in the journal at decisions. */
public final class RunLog {

    private final Projection projection;
    private final PlanStore plans;
    private final Repositories repositories;
    private final ObjectMapper json = Payloads.mapper();

    public RunLog(Projection projection, PlanStore plans, Repositories repositories) {
        this.projection = projection;
        this.plans = plans;
        this.repositories = repositories;
    }

    public Projection projection() {
        return projection;
    }

    /** Shows a task as it is now. */
    public TaskRow show(RunContext run, ArtifactRef plan, TaskState state) {
        return projection.write(run.folder(), RunSnapshots.row(plans.task(run, plan, state.id()), state));
    }

    /** Shows a task as it is now and journals the decision, before it is acted on. */
    public void decide(RunContext run, ArtifactRef plan, TaskState state, String decision) {
        TaskRow row = show(run, plan, state);
        repositories.journal(run).append(List.of(entry(row)), decision);
    }

    /** The journal file of a task. */
    public JournalFile entry(TaskRow row) {
        return new JournalFile(Journal.taskPath(row.id().value()), bytes(row));
    }

    public JournalFile entry(RunHeader header) {
        return new JournalFile("state.json", bytes(header));
    }

    public TaskRow readRow(byte[] entry) {
        return read(entry, TaskRow.class);
    }

    public RunHeader readHeader(byte[] entry) {
        return read(entry, RunHeader.class);
    }

    /** Where the journal keeps a task. */
    public static String path(TaskId task) {
        return Journal.taskPath(task.value());
    }

    private <T> T read(byte[] entry, Class<T> type) {
        try {
            return json.readValue(entry, type);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the journal's " + type.getSimpleName(), e);
        }
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the journal", e);
        }
    }
}
