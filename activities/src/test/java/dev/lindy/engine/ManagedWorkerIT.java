package dev.lindy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lindy.state.StateDirectory;
import dev.lindy.worker.WorkerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts {@link WorkerMain} of the tests, which writes down its arguments and waits. */
class ManagedWorkerIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final EngineChoice ENGINE =
            EngineChoice.of(EngineChoice.Kind.EXTERNAL, new EngineAddress("127.0.0.1:1", "lindy"), null);

    @TempDir
    private Path folder;

    private StateDirectory state;
    private ManagedWorker worker;

    @BeforeEach
    void makeWorker() {
        state = new StateDirectory(folder.resolve("state"));
        worker = newWorker(System.getenv());
    }

    @AfterEach
    void leaveNothing() {
        worker.stop(ENGINE.id(), GRACE);
        assertThat(worker.all()).isEmpty();
    }

    private ManagedWorker newWorker(Map<String, String> environment) {
        return newWorker(environment, "");
    }

    private ManagedWorker newWorker(Map<String, String> environment, String moreClasses) {
        JavaRuntime current = JavaRuntime.current();
        String classes = Path.of(WorkerMain.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        return new ManagedWorker(
                state, environment, new JavaRuntime(current.home(), classes + moreClasses, current.feature(), null));
    }

    @Test
    void tellsTheWorkerItsEngine() throws IOException {
        WorkerFile started = worker.ensureRunning(ENGINE, text -> {});

        assertThat(worker.awaitReady(started, LIMIT)).isTrue();
        assertThat(state.root().resolve("arguments"))
                .content()
                .isEqualTo(
                        "--address 127.0.0.1:1 --namespace lindy --engine 127.0.0.1-1_lindy --state " + state.root());
        assertThat(worker.all()).containsExactly(started);
        assertThat(WorkerIdentity.parse(started.identity()))
                .contains(new WorkerIdentity(HostId.of(state), started.process()));
    }

    @Test
    void reusesTheRunningWorkerAndReplacesADeadOne() {
        WorkerFile first = worker.ensureRunning(ENGINE, text -> {});
        assertThat(newWorker(System.getenv()).ensureRunning(ENGINE, text -> {})).isEqualTo(first);
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        await().until(() -> worker.running(ENGINE.id()).isEmpty());

        WorkerFile second = worker.keepRunning(ENGINE).orElseThrow();

        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(worker.awaitReady(second, LIMIT)).isTrue();
    }

    @Test
    void replacesAWorkerOfOtherCodeOnlyForACommand() {
        WorkerFile old = worker.ensureRunning(ENGINE, text -> {});
        ManagedWorker updated = newWorker(System.getenv(), ":/new.jar");

        assertThat(updated.keepRunning(ENGINE)).contains(old);
        WorkerFile replaced = updated.ensureRunning(ENGINE, text -> {});

        assertThat(old.isAlive()).isFalse();
        assertThat(updated.all()).containsExactly(replaced);
    }

    @Test
    void startsOneWorkerForManyCommandsAtOnce() throws Exception {
        ExecutorService commands = Executors.newFixedThreadPool(4);
        try {
            List<Callable<WorkerFile>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(() -> newWorker(System.getenv()).ensureRunning(ENGINE, text -> {}));
            }
            List<WorkerFile> started = new ArrayList<>();
            for (Future<WorkerFile> future : commands.invokeAll(starts)) {
                started.add(future.get());
            }

            assertThat(started).hasSize(4).containsOnly(started.get(0));
        } finally {
            commands.shutdownNow();
        }
    }

    @Test
    void staysStoppedForWatchersUntilACommandWantsIt() {
        worker.ensureRunning(ENGINE, text -> {});

        assertThat(worker.stop(ENGINE.id(), GRACE)).isTrue();

        assertThat(worker.keepRunning(ENGINE)).isEmpty();
        assertThat(worker.ensureRunning(ENGINE, text -> {}).isAlive()).isTrue();
    }

    @Test
    void endsAWorkerThatNoRecordNames() throws IOException {
        WorkerFile lost = worker.ensureRunning(ENGINE, text -> {});
        worker.awaitReady(lost, LIMIT);
        Files.delete(state.worker().resolve(ENGINE.id()).resolve("worker.json"));

        worker.stop(ENGINE.id(), GRACE);

        assertThat(lost.isAlive()).isFalse();
    }

    @Test
    void showsTheLogOfAWorkerThatEndsAtOnce() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LINDY_TEST_WORKER_FAILS", "no such namespace");
        WorkerFile started = newWorker(environment).ensureRunning(ENGINE, text -> {});

        assertThatThrownBy(() -> worker.awaitReady(started, LIMIT))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("it ended at once")
                .hasMessageContaining("no such namespace");
    }
}
