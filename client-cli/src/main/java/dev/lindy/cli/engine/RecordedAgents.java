package dev.lindy.cli.engine;

import dev.lindy.process.ProgramLimits;
import dev.lindy.process.ProgramRecord;
import dev.lindy.process.ProgramStore;
import dev.lindy.process.Programs;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Agents by the records that Workers keep of programs, one folder per engine. */
public final class RecordedAgents implements AgentsAtWork {

    private static final String AGENT = "agent";

    private final StateDirectory state;

    public RecordedAgents(StateDirectory state) {
        this.state = state;
    }

    @Override
    public List<EnginePicture.Agent> list() {
        List<EnginePicture.Agent> found = new ArrayList<>();
        for (ProgramStore store : stores()) {
            for (ProgramRecord record : store.live()) {
                agent(record).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<EnginePicture.Agent> agent(ProgramRecord record) {
        Long pid = record.pid();
        if (pid == null || !record.spec().kind().equals(AGENT)) {
            return Optional.empty();
        }
        Map<String, String> labels = record.spec().labels();
        return Optional.of(new EnginePicture.Agent(
                pid,
                labels.getOrDefault("run", ""),
                number(labels.get("task")),
                number(labels.get("attempt")),
                record.requestedAt()));
    }

    // the planner is an agent without a task
    private static int number(@Nullable String label) {
        String digits = label == null ? "" : label.replaceFirst("^task-", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    // all at once: each may take its time to end, and a person waits
    @Override
    public void endAll() {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            List<Future<?>> endings = new ArrayList<>();
            for (ProgramStore store : stores()) {
                Programs programs = new Programs(store, ProgramLimits.defaults());
                store.live().forEach(record -> endings.add(executor.submit(() -> end(programs, record))));
            }
            for (Future<?> ending : endings) {
                ending.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not end a program", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ending programs", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static @Nullable Void end(Programs programs, ProgramRecord record) throws InterruptedException {
        programs.end(record.spec().key());
        return null;
    }

    private List<ProgramStore> stores() {
        List<ProgramStore> stores = new ArrayList<>();
        try (DirectoryStream<Path> engines = Files.newDirectoryStream(state.programs(), Files::isDirectory)) {
            engines.forEach(engine -> stores.add(new ProgramStore(engine)));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list `" + state.programs() + "`", e);
        }
        return stores;
    }
}
