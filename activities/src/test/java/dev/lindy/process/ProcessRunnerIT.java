package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.state.PrivateFiles;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRunnerIT {

    @TempDir
    Path folder;

    private final ProcessRunner runner = new ProcessRunner();

    @Test
    void returnsStatusAndBothOutputs() {
        Finished finished = runner.run(shell("echo out; echo err >&2; exit 3"));

        assertThat(finished.exitCode()).isEqualTo(3);
        assertThat(finished.text()).isEqualTo("out\n");
        assertThat(finished.stderr()).isEqualTo("err\n");
        assertThat(finished.isSuccess()).isFalse();
    }

    @Test
    void passesInputOnAndBearsThatNobodyReadsIt() {
        byte[] much = new byte[1 << 20];

        assertThat(runner.run(shell("cat").withInput("hällo")).text()).isEqualTo("hällo");
        assertThat(runner.run(shell("wc -c").withInput(much)).text().strip()).isEqualTo("1048576");
        assertThat(runner.run(shell("exit 0").withInput(much)).isSuccess()).isTrue();
        assertThat(runner.run(shell("cat")).text()).isEmpty();
    }

    @Test
    void keepsTheStartOfMuchOutputAndTheEndOfMuchError() {
        Finished finished = runner.run(shell(
                        "echo begin; head -c 5000000 /dev/zero; head -c 5000000 /dev/zero | tr '\\0' e >&2; echo last >&2")
                .withMaxOutputBytes(10));

        assertThat(finished.stdout()).startsWith("begin\n".getBytes()).hasSize(10);
        assertThat(finished.truncated()).isTrue();
        assertThat(finished.stderr()).hasSize(64 * 1024).endsWith("last\n");
    }

    @Test
    void givesTheCommandItsEnvironmentAndNoOther() {
        ShortCommand command = new ShortCommand(
                List.of("env"), folder, Map.of("PATH", "/usr/bin:/bin", "A", "b"), null, Duration.ofSeconds(30), 9999);

        assertThat(runner.run(command).text().lines().filter(line -> !line.startsWith("LINDY_COMMAND=")))
                .containsExactlyInAnyOrder("PATH=/usr/bin:/bin", "A=b");
    }

    @Test
    void endsTheWholeTreeAtTheTimeout() throws Exception {
        Finished finished = runner.run(shell(
                        "setsid sh -c 'echo $$ > inner; trap \"\" TERM; sleep 100; sleep 100' & trap 'echo bye; exit 0' TERM; while :; do sleep 0.05; done")
                .withTimeout(Duration.ofSeconds(1)));

        assertThat(finished.timedOut()).isTrue();
        assertThat(finished.text()).isEqualTo("bye\n");
        long inner = Long.parseLong(Files.readString(folder.resolve("inner")).strip());
        assertThat(ProcessIdentity.of(inner)).isEmpty();
    }

    /**
     * Where the command is gone before the first byte was read, the JVM itself closes the pipes (its "process
     * reaper" drains them), and nothing holds the command up: what it left behind then lives on. So only most of
     * several runs show the end of what holds the pipes.
     */
    @Test
    void doesNotWaitForWhatTheCommandLeavesBehindAndEndsWhatHoldsItsPipes() throws Exception {
        boolean isEnded = false;
        for (int run = 0; run < 10 && !isEnded; run++) {
            long before = System.nanoTime();

            Finished finished = runner.run(shell("sleep 100 & echo $!; exit 0"));

            long left = Long.parseLong(finished.text().strip());
            assertThat(finished.exitCode()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
            isEnded = isGoneSoon(left);
            if (!isEnded) {
                Signals.send("KILL", List.of(left));
            }
        }
        assertThat(isEnded).isTrue();
    }

    /** Its pipes are closed a moment before it is gone from the table. */
    private static boolean isGoneSoon(long pid) {
        try {
            ProgramHouse.await().atMost(Duration.ofSeconds(5)).until(() -> ProcessIdentity.of(pid), Optional::isEmpty);
            return true;
        } catch (ConditionTimeoutException alive) {
            return false;
        }
    }

    @Test
    void anInterruptEndsTheCommand() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Finished> running = thread.submit(() -> runner.run(shell("echo $$ > pid; sleep 100; exit 0")));
        ProgramHouse.await()
                .until(() -> PrivateFiles.read(folder.resolve("pid")).isPresent());

        running.cancel(true);

        thread.shutdown();
        assertThat(thread.awaitTermination(15, TimeUnit.SECONDS)).isTrue();
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(ProcessIdentity.of(pid)).isEmpty();
    }

    @Test
    void saysWhatCouldNotBeStarted() {
        assertThatThrownBy(() -> runner.run(ShortCommand.of(List.of("no-such-git"), folder, Map.of())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("could not start `no-such-git`: it is not installed (looked in PATH)");
        assertThatThrownBy(() -> runner.run(ShortCommand.of(List.of("/bin/sh"), folder.resolve("gone"), Map.of())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void costsOnlyMilliseconds() {
        runner.run(shell("exit 0"));
        long before = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            runner.run(shell("exit 0"));
        }

        assertThat(Duration.ofNanos((System.nanoTime() - before) / 20)).isLessThan(Duration.ofMillis(100));
    }

    private ShortCommand shell(String script) {
        return ShortCommand.of(List.of("sh", "-c", script), folder, ProgramSpecs.ENVIRONMENT);
    }
}
