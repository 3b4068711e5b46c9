package dev.lindy.state;

import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one run's projection again and again. Not for several threads. */
public final class RunReader {

    private static final int MAX_GOAL = 200;
    private static final Pattern TASK_FILE = Pattern.compile("[1-9][0-9]{0,8}\\.json");

    private final RunFolder folder;
    private final JsonCache<RunStart> starts = new JsonCache<>(RunStart.class);
    private final JsonCache<RunHeader> headers = new JsonCache<>(RunHeader.class);
    private final JsonCache<TaskRow> rows = new JsonCache<>(TaskRow.class);

    public RunReader(RunFolder folder) {
        this.folder = folder;
    }

    /**
     * The run as it is on disk now.
     *
     * @throws UnreadableRunException where the start or the header of the run cannot be read
     */
    public RunPicture read() {
        List<String> problems = new ArrayList<>();
        RunStart start = require(starts, folder.start());
        RunHeader header = Files.exists(folder.header()) ? require(headers, folder.header()) : planning(start);
        return new RunPicture(
                folder, start, new RunSnapshot(header, tasks(problems)), writtenAt(start.startedAt()), problems);
    }

    private List<TaskRow> tasks(List<String> problems) {
        List<TaskRow> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.taskStates(), RunReader::isTask)) {
            for (Path file : files) {
                TaskRow row = task(file, problems);
                if (row != null) {
                    found.add(row);
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            problems.add("could not list `" + folder.taskStates() + "`");
        }
        found.sort(Comparator.comparing(TaskRow::id));
        return found;
    }

    private static boolean isTask(Path file) {
        return TASK_FILE.matcher(file.getFileName().toString()).matches();
    }

    private @Nullable TaskRow task(Path file, List<String> problems) {
        try {
            return rows.read(file);
        } catch (IOException | RuntimeException e) {
            problems.add("could not read `" + file + "`");
            return null;
        }
    }

    private <T> T require(JsonCache<T> cache, Path file) {
        try {
            return cache.read(file);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRunException("could not read `" + file + "`", e);
        }
    }

    private Instant writtenAt(Instant otherwise) {
        try {
            return Files.getLastModifiedTime(folder.header()).toInstant();
        } catch (IOException e) {
            return otherwise;
        }
    }

    private static RunHeader planning(RunStart start) {
        String goal = start.goal();
        return new RunHeader(
                start.run(),
                start.workflowId(),
                0,
                goal.length() > MAX_GOAL ? goal.substring(0, MAX_GOAL) : goal,
                start.projectRoot(),
                RunStatus.PLANNING,
                start.startedAt(),
                null,
                null,
                null,
                0,
                List.of(),
                null,
                null,
                false);
    }
}
