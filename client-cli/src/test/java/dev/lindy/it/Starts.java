package dev.lindy.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** What agents say themselves of their starts, each task in a file of its own outside the repository. */
final class Starts {

    private final Path folder;

    Starts(LindyHome home) {
        this.folder = home.folder("starts");
    }

    /** One line of the log. */
    record Entry(String what, long pid, int attempt, String session, String directory) {

        private static Entry parse(String line) {
            String[] words = line.split(" ", 5);
            return new Entry(words[0], Long.parseLong(words[1]), Integer.parseInt(words[2]), words[3], words[4]);
        }
    }

    /** Where things may be left for the test to find. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** The directive that makes a task write its log. */
    String directive(int task) {
        return "@start-log " + file(task);
    }

    /** The directive that makes a task wait until {@link #release} is called. */
    String hold(int task) {
        return "@wait-for " + folder.resolve("go-" + task);
    }

    void release(int... tasks) {
        try {
            for (int task : tasks) {
                Files.writeString(folder.resolve("go-" + task), "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int task) {
        return folder.resolve("task-" + task);
    }

    List<Entry> of(int task) {
        return entries(task).filter(entry -> entry.what().equals("start")).toList();
    }

    List<Entry> ends(int task) {
        return entries(task).filter(entry -> entry.what().equals("end")).toList();
    }

    private Stream<Entry> entries(int task) {
        try {
            return Files.readAllLines(file(task)).stream().map(Entry::parse);
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the agent of this task wrote last. */
    Instant time(int task) {
        try {
            return Files.getLastModifiedTime(file(task)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pids of the agents themselves. */
    List<Long> pids(int... tasks) {
        return Arrays.stream(tasks)
                .boxed()
                .flatMap(task -> of(task).stream())
                .map(Entry::pid)
                .toList();
    }

    int count(int task) {
        return of(task).size();
    }

    /** Until all of these agents have started. */
    void await(int... tasks) {
        for (int task : tasks) {
            await("start of task-" + task, () -> count(task) > 0);
        }
    }

    /** Until the agent of this task has started so often. */
    void awaitCount(int task, int count) {
        await("start %d of task-%d".formatted(count, task), () -> count(task) >= count);
    }

    /** A task whose agent waits to be released, then writes and commits a file of its own. */
    PlanTask task(int id, String module) {
        return PlanTask.of(
                id,
                module,
                directive(id),
                hold(id),
                "@write %s/%d.txt text".formatted(module, id),
                "@commit Task " + id);
    }

    /**
     * The same, by an agent that ignores TERM, has a child in a session of its own, and leaves a file in its module
     * that it does not commit.
     */
    PlanTask stubborn(int id, String module) {
        return PlanTask.of(
                id,
                module,
                "@leave %s/draft.txt half an idea".formatted(module),
                "@ignore-term",
                "@child-in-own-session 900",
                task(id, module).prompt());
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
