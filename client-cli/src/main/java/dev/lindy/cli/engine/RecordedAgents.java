package dev.lindy.cli.engine;

import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramLimits;
import dev.lindy.process.ProgramRecord;
import dev.lindy.process.ProgramStore;
import dev.lindy.process.Programs;
import dev.lindy.state.RunStart;
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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Agents by the records that Workers keep of programs, one folder per engine. */
public final class RecordedAgents implements AgentsAtWork {

    private static final Set<String> AGENTS = Set.of("agent", "planner", "review");

    private final StateDirectory state;

    public RecordedAgents(StateDirectory state) {
        this.state = state;
    }

    @Override
    public List<EnginePicture.Agent> list() {
        return stores().stream()
                .flatMap(store -> store.running().stream())
                .filter(record -> AGENTS.contains(record.spec().kind()))
                .flatMap(record -> agent(record).stream())
                .toList();
    }

    private static Optional<EnginePicture.Agent> agent(ProgramRecord record) {
        Map<String, String> labels = record.spec().labels();
        return Optional.ofNullable(record.pid())
                .map(pid -> new EnginePicture.Agent(
                        pid,
                        labels.getOrDefault("run", ""),
                        number(labels.get("task")),
                        number(labels.get("attempt")),
                        record.requestedAt()));
    }

    @Override
    public List<ProgramAtWork> programs() {
        return stores().stream()
                .flatMap(store -> store.running().stream())
                .map(RecordedAgents::atWork)
                .toList();
    }

    private static ProgramAtWork atWork(ProgramRecord record) {
        Map<String, String> labels = record.spec().labels();
        Long pid = record.pid();
        return new ProgramAtWork(
                record.spec().kind(),
                labels.getOrDefault("run", ""),
                number(labels.get("task")),
                pid == null ? 0 : pid);
    }

    // a planner has no task
    private static int number(@Nullable String label) {
        String digits = label == null ? "" : label.replaceFirst("^task-", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    @Override
    public void endAll() {
        end(stores(), record -> true, Programs::end);
    }

    @Override
    public List<ProgramAtWork> cancel(RunStart run) {
        String id = run.run().value();
        List<ProgramAtWork> lived =
                programs().stream().filter(program -> program.run().equals(id)).toList();
        end(stores(), record -> id.equals(record.spec().labels().get("run")), Programs::cancel);
        return lived;
    }

    /** One way to end a program. */
    private interface Ending {
        void end(Programs programs, ProgramKey key) throws InterruptedException;
    }

    // all at once: each may take its time to end, and a person waits
    private static void end(List<ProgramStore> stores, Predicate<ProgramRecord> which, Ending how) {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            List<Future<?>> endings = new ArrayList<>();
            for (ProgramStore store : stores) {
                Programs programs = new Programs(store, ProgramLimits.defaults());
                store.live().stream()
                        .filter(which)
                        .forEach(record -> endings.add(executor.submit(() -> {
                            how.end(programs, record.spec().key());
                            return record;
                        })));
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
