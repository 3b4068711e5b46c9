package dev.lindy.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Worker in a process of its own. */
final class WorkerJvm implements AutoCloseable {

    static final String ENGINE = "managed";
    private static final Duration START = Duration.ofSeconds(60);

    private final Path log;
    private final Process process;

    private WorkerJvm(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    /** Starts one, without waiting for it. */
    static WorkerJvm launch(StateDirectory state, String address, String... more) throws IOException {
        Files.createDirectories(state.root());
        Path log = Files.createTempFile(state.root(), "worker-", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TestWorkerMain.class.getName(),
                "--address",
                address,
                "--namespace",
                "lindy",
                "--engine",
                ENGINE,
                "--state",
                state.root().toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        return new WorkerJvm(log, builder.start());
    }

    /** Starts one and waits until it takes work. */
    static WorkerJvm start(StateDirectory state, String address) throws IOException {
        return launch(state, address).awaitReady();
    }

    WorkerJvm awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(process.isAlive()).as(log()).isTrue();
            // the sign for commands is that of the recorded Worker alone
            return log().contains("takes work identity=");
        });
        return this;
    }

    long pid() {
        return process.pid();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill9() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** TERM; returns how long it took to end. */
    Duration term() throws InterruptedException {
        long begin = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(log()).isTrue();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
