package dev.lindy.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.document.WholeRecord;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.TaskId;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what commands read without Temporal: a header and one row per task. An older picture never replaces
 * a newer one; one that cannot be read is replaced by any.
 */
public final class Projection {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    private final ObjectMapper json = Payloads.mapper();

    public synchronized void write(RunFolder run, RunHeader header) {
        Optional<RunHeader> known = header(run);
        if (known.isEmpty() || known.get().sequence() <= header.sequence()) {
            write(run.header(), header);
        }
    }

    /** Returns the row as it is now, which may be a newer one. */
    public synchronized TaskRow write(RunFolder run, TaskRow row) {
        Optional<TaskRow> known = row(run, row.id());
        if (known.isPresent() && known.get().state().sequence() > row.state().sequence()) {
            return known.get();
        }
        TaskRow merged =
                known.map(before -> withAttemptsOf(before.state(), row)).orElse(row);
        write(file(run, row.id()), merged);
        return merged;
    }

    public Optional<RunHeader> header(RunFolder run) {
        return read(run.header(), RunHeader.class);
    }

    public Optional<TaskRow> row(RunFolder run, TaskId id) {
        return read(file(run, id), TaskRow.class);
    }

    /** The run does not hear of attempts that a canceled task made: they are kept from the older row. */
    private static TaskRow withAttemptsOf(TaskState before, TaskRow row) {
        TaskState now = row.state();
        boolean unheard = before.attempts().size() > now.attempts().size()
                || (before.attempts().size() == now.attempts().size() && now.status() == TaskStatus.CANCELED);
        if (!unheard) {
            return row;
        }
        List<Attempt> attempts = now.status() == TaskStatus.CANCELED || now.status() == TaskStatus.SKIPPED
                ? canceled(before.attempts())
                : before.attempts();
        TaskState state = new TaskState(
                now.id(),
                now.sequence(),
                now.status(),
                attempts,
                now.branch() == null ? before.branch() : now.branch(),
                now.mergeCommit() == null ? before.mergeCommit() : now.mergeCommit(),
                now.reason());
        return new TaskRow(row.module(), row.description(), row.dependsOn(), state);
    }

    /** The same attempts, the last one ended where it was at work, so that nobody takes it up again. */
    private static List<Attempt> canceled(List<Attempt> attempts) {
        List<Attempt> ended = new ArrayList<>(attempts);
        int last = ended.size() - 1;
        if (last >= 0 && ended.get(last).outcome() == null) {
            ended.set(last, ended.get(last).ended(Instant.now(), new Outcome.Canceled("canceled")));
        }
        return ended;
    }

    private static Path file(RunFolder run, TaskId id) {
        return run.taskStates().resolve(id.value() + ".json");
    }

    private void write(Path file, Object value) {
        try {
            PrivateFiles.write(file, json.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + file + "`", e);
        }
    }

    private <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.of(WholeRecord.require(json.readValue(Files.readAllBytes(file), type)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException damaged) {
            LOG.warn("ignored a damaged record file={}", file);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file + "`", e);
        }
    }
}
