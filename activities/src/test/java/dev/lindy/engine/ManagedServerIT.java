package dev.lindy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lindy.engine.binary.BinaryFinder;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedServerIT {

    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private ManagedServer server;
    private Path stamp;

    @BeforeEach
    void makeServer() {
        server = newServer();
        stamp = folder.resolve("state/engine/temporal.db.version");
    }

    @AfterEach
    void leaveNothing() {
        server.stop(GRACE);
        assertThat(servers()).isEmpty();
    }

    private ManagedServer newServer() {
        return new ManagedServer(
                new StateDirectory(folder.resolve("state")), BinaryFinder.from(System.getenv()), System.getenv());
    }

    @Test
    void startsAServerThatHasOurNamespace() {
        EngineFile started = server.ensureRunning(text -> {});

        assertThat(SocketProbe.hasNamespace(started.ports().http(), "lindy")).isTrue();
        assertThat(SocketProbe.hasNamespace(started.ports().http(), "elsewhere"))
                .isFalse();
        assertThat(SocketProbe.get(started.ports().ui(), "/")).isPresent();
        assertThat(server.running()).contains(started);
        assertThat(stamp).content().isEqualTo(started.cliVersion() + "\n");
    }

    @Test
    void reusesTheRunningServer() {
        EngineFile first = server.ensureRunning(text -> {});

        EngineFile second = newServer().ensureRunning(text -> {});

        assertThat(second).isEqualTo(first);
    }

    @Test
    void restartsAKilledServerOnTheSamePorts() {
        EngineFile first = server.ensureRunning(text -> {});
        kill(first.pid());

        EngineFile second = server.keepRunning().orElseThrow();

        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(second.ports()).isEqualTo(first.ports());
        assertThat(servers()).hasSize(1);
    }

    @Test
    void takesOtherPortsWhenSomebodyElseHasThem() throws IOException {
        EngineFile first = server.ensureRunning(text -> {});
        kill(first.pid());

        try (ServerSocket other = new ServerSocket(first.ports().grpc(), 1, InetAddress.getByName("127.0.0.1"))) {
            EngineFile second = server.ensureRunning(text -> {});

            assertThat(second.ports().grpc()).isNotEqualTo(other.getLocalPort());
            assertThat(server.running()).contains(second);
        }
    }

    @Test
    void startsOneServerForManyCommandsAtOnce() throws Exception {
        ExecutorService commands = Executors.newFixedThreadPool(4);
        try {
            List<Callable<EngineFile>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(() -> newServer().ensureRunning(text -> {}));
            }
            List<EngineFile> started = new ArrayList<>();
            for (Future<EngineFile> future : commands.invokeAll(starts)) {
                started.add(future.get());
            }

            assertThat(started).hasSize(4).containsOnly(started.get(0));
            assertThat(servers()).hasSize(1);
        } finally {
            commands.shutdownNow();
        }
    }

    @Test
    void staysStoppedForWatchersUntilACommandWantsIt() {
        server.ensureRunning(text -> {});

        assertThat(server.stop(GRACE)).isTrue();
        assertThat(server.stop(GRACE)).isFalse();

        assertThat(server.keepRunning()).isEmpty();
        assertThat(servers()).isEmpty();
        assertThat(server.ensureRunning(text -> {}).isAlive()).isTrue();
        assertThat(server.isStopped()).isFalse();
        assertThat(server.keepRunning()).isPresent();
    }

    @Test
    void refusesADatabaseOfAnotherVersion() throws IOException {
        server.ensureRunning(text -> {});
        server.stop(GRACE);
        Files.writeString(stamp, "1.2.3\n");

        assertThatThrownBy(() -> server.ensureRunning(text -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("was made by Temporal 1.2.3")
                .extracting(problem -> ((EngineException) problem).hint())
                .asString()
                .contains("LINDY_TEMPORAL_BIN");
    }

    @Test
    void replacesAServerWhoseStarterDiedBeforeWritingItsPid() throws IOException {
        EngineFile lost = server.ensureRunning(text -> {});
        Files.delete(folder.resolve("state/engine/engine.json"));

        EngineFile second = server.ensureRunning(text -> {});

        assertThat(ProcessHandle.of(lost.pid())).isEmpty();
        assertThat(second.isAlive()).isTrue();
    }

    @Test
    void startsAnotherServerWhereOneIsKilledWhileItStarts() throws IOException {
        TemporalBinary real = BinaryFinder.from(System.getenv()).find(null, text -> {});
        Path once = folder.resolve("once");
        Path mortal = Files.writeString(
                folder.resolve("temporal"),
                "#!/bin/sh\nmkdir '%s' && kill -s KILL $$\nexec '%s' \"$@\"\n".formatted(once, real.path()));
        assertThat(mortal.toFile().setExecutable(true)).isTrue();
        ManagedServer other = new ManagedServer(
                new StateDirectory(folder.resolve("state")),
                (version, progress) -> new TemporalBinary(mortal, real.version()),
                System.getenv());

        EngineFile started = other.ensureRunning(text -> {});

        assertThat(once).exists();
        assertThat(other.running()).contains(started);
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() throws IOException {
        Path broken = Files.writeString(folder.resolve("temporal"), "#!/bin/sh\necho no luck today >&2\nexit 1\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        ManagedServer other = new ManagedServer(
                new StateDirectory(folder.resolve("state")),
                (version, progress) -> new TemporalBinary(broken, "9.9.9"),
                System.getenv());

        assertThatThrownBy(() -> other.ensureRunning(text -> {}))
                .hasMessageContaining("it ended at once")
                .hasMessageContaining("no luck today");
    }

    private List<Long> servers() {
        String database = folder.resolve("state/engine/temporal.db").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(database))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().until(() -> ProcessHandle.of(pid).isEmpty());
    }
}
