package dev.lindy.activities.run;

import dev.lindy.activities.git.Workspace;
import dev.lindy.process.Programs;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts away what only a run at work needs: the worktree of the base, live streams, records of programs. */
final class Tidying {

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private final StateDirectory state;
    private final Repositories repositories;
    private final Programs programs;
    private final Map<RunId, Set<TaskRow>> kept = new ConcurrentHashMap<>();
    private final ExecutorService later = Executors.newSingleThreadExecutor(Tidying::daemon);

    Tidying(StateDirectory state, Repositories repositories, Programs programs) {
        this.state = state;
        this.repositories = repositories;
        this.programs = programs;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lindy-tidying");
        thread.setDaemon(true);
        return thread;
    }

    /** Idempotent; whatever holds work that is nowhere else stays. */
    void after(RunContext run, RunHeader header) {
        removeKept(run, header.run());
        Path base = state.worktrees(header.run()).resolve("base");
        repositories.workspaces(run).removeBase(base);
        removeReviews(run);
        BaseRef start = header.base();
        if (start != null && header.status() != RunStatus.COMPLETED) {
            repositories.goal(run, start.commit()).dropWhereEmpty();
        }
        programs.forget("run", header.run().value());
        delete(run.folder().liveStreams());
    }

    /** What agents that judge left where nobody read their answer. */
    private void removeReviews(RunContext run) {
        Path folder = state.worktrees(run.ref().run());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, StateDirectory::isReview)) {
            for (Path review : all) {
                repositories.workspaces(run).removeBase(review);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + folder + "`", e);
        }
    }

    /**
     * Removes the worktree of a completed task where it is still there: no merge does it for a task without a change, and
     * a merge leaves it where a program seems to be at work in it. In the background, because the goal waits for its
     * records. Where a hook has to run before, or the Worker dies before, it stays.
     */
    void afterCompleted(RunContext run, TaskRow row) {
        if (row.state().status() == TaskStatus.COMPLETED
                && run.config().lifecycleHooks().beforeRemove().isBlank()) {
            later.execute(() -> remove(run, row));
        }
    }

    private void remove(RunContext run, TaskRow row) {
        if (!Files.isDirectory(state.worktrees(run.ref().run()).resolve(row.id().toString()))) {
            return;
        }
        try {
            WorkspaceFile.of(run.folder(), row.id())
                    .read()
                    .map(workspace -> repositories.workspaces(run).remove(workspace, holder(workspace, row.state())))
                    .filter(reason -> !reason.isEmpty())
                    .ifPresent(reason -> keep(run, row, reason));
        } catch (RuntimeException e) {
            LOG.warn("could not remove the worktree of {}", row.id(), e);
            keep(run, row, "it could not be removed");
        }
    }

    private static String holder(Workspace workspace, TaskState task) {
        return task.mergeCommit() == null ? workspace.startCommit() : task.mergeCommit();
    }

    private void keep(RunContext run, TaskRow row, String reason) {
        LOG.info("kept the worktree of {} for now: {}", row.id(), reason);
        kept.computeIfAbsent(run.ref().run(), id -> ConcurrentHashMap.newKeySet())
                .add(row);
    }

    /** Once more at the end of the run: a program that had just done its work may have been there still. */
    private void removeKept(RunContext run, RunId id) {
        Future<?> done = later.submit(() ->
                Objects.requireNonNullElse(kept.remove(id), Set.<TaskRow>of()).forEach(row -> remove(run, row)));
        try {
            done.get();
            kept.remove(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Unexpected failure while worktrees were removed", e.getCause());
        }
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path left, IOException problem) throws IOException {
                    Files.delete(left);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove `" + folder + "`", e);
        }
    }
}
