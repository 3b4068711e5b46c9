package dev.lindy.workflow;

import dev.lindy.activity.RecordRun;
import dev.lindy.activity.RunActivities;
import dev.lindy.activity.RunRef;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps projection and journal up to date, one write at a time; what changes meanwhile goes into the next. */
final class Recorder {

    private final RunRef run;
    private final RunActivities records;
    private final Supplier<RunHeader> header;
    private final Supplier<@Nullable ArtifactRef> plan;
    private final Function<Integer, List<TaskState>> changed;

    private boolean writing;
    private boolean headerDirty = true;

    Recorder(
            RunRef run,
            RunActivities records,
            Supplier<RunHeader> header,
            Supplier<@Nullable ArtifactRef> plan,
            Function<Integer, List<TaskState>> changed) {
        this.run = run;
        this.records = records;
        this.header = header;
        this.plan = plan;
        this.changed = changed;
    }

    void headerChanged() {
        headerDirty = true;
    }

    /** Starts a write where one is due; returns at once. */
    void write(boolean tasksDirty) {
        if (writing || !(headerDirty || tasksDirty)) {
            return;
        }
        writing = true;
        headerDirty = false;
        Promise<Void> written = Async.procedure(
                records::record, new RecordRun(run, header.get(), plan.get(), changed.apply(RecordRun.PAGE)));
        written.handle((done, failure) -> {
            writing = false;
            return null;
        });
    }

    /** Writes everything and waits for it. */
    void flush(Supplier<Boolean> tasksDirty) {
        Workflow.await(() -> !writing);
        while (headerDirty || tasksDirty.get()) {
            headerDirty = false;
            records.record(new RecordRun(run, header.get(), plan.get(), changed.apply(RecordRun.PAGE)));
        }
    }
}
