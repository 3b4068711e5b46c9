package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways to see processes, as far as this host has them. */
class ProcessTableIT {

    private Process child;

    static Stream<ProcessTable> tables() {
        Stream<ProcessTable> proc = Files.isReadable(Path.of("/proc/self/stat"))
                ? Stream.of(new ProcTable(Path.of("/proc")))
                : Stream.empty();
        return Executables.tool("ps").isPresent() ? Stream.concat(proc, Stream.of(new PsTable())) : proc;
    }

    @BeforeEach
    void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sleep", "100");
        builder.environment()
                .put("LINDY_ATTEMPT", "table-" + ProcessHandle.current().pid());
        child = builder.start();
    }

    @AfterEach
    void end() throws Exception {
        child.destroyForcibly().waitFor();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void seesAChildWithItsParentGroupAndMarker(ProcessTable table) {
        ProcessEntry entry = table.find(child.pid()).orElseThrow();

        assertThat(entry.parent()).isEqualTo(ProcessHandle.current().pid());
        assertThat(entry.group())
                .isEqualTo(
                        table.find(ProcessHandle.current().pid()).orElseThrow().group());
        assertThat(table.snapshot()).extracting(ProcessEntry::identity).contains(entry.identity());
        assertThat(table.isAlive(entry.identity())).isTrue();
        assertThat(table.isAlive(
                        new ProcessIdentity(child.pid(), entry.identity().startTime() + "0")))
                .isFalse();
        String key = "table-" + ProcessHandle.current().pid();
        ProgramHouse.await()
                .until(() ->
                        table.marked(new ProcessMarker("LINDY_ATTEMPT", key)).contains(child.pid()));
        assertThat(table.marked(new ProcessMarker("LINDY_ATTEMPT", key.substring(0, key.length() - 1))))
                .doesNotContain(child.pid());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void readsTheStartTimeThatTheLauncherWrites(ProcessTable table) throws Exception {
        String written = table instanceof ProcTable
                ? Files.readString(Path.of("/proc", Long.toString(child.pid()), "stat"))
                        .split(" ")[21]
                : lstart();

        assertThat(table.startTime(written, table.bootId()))
                .isEqualTo(table.find(child.pid()).orElseThrow().identity().startTime());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void takesAZombieForDead(ProcessTable table) throws Exception {
        // The first sleep becomes a zombie: by its end its parent has turned into a sleep that never waits.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.3 & echo $!; exec sleep 100").start();
        try {
            long zombie = Long.parseLong(parent.inputReader().readLine());

            ProgramHouse.await().until(() -> table.find(zombie), Optional::isEmpty);
            assertThat(table.snapshot()).extracting(ProcessEntry::pid).doesNotContain(zombie);
            assertThat(ProcessHandle.of(zombie))
                    .as("still in the system's table")
                    .isPresent();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void countsCpuTime(ProcessTable table) throws Exception {
        Process busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
        try {
            ProgramHouse.await()
                    .until(() -> table.find(busy.pid()).orElseThrow().cpu().toMillis() >= 100);
            assertThat(table.find(child.pid()).orElseThrow().cpu()).isLessThan(Duration.ofSeconds(1));
        } finally {
            busy.destroyForcibly().waitFor();
        }
    }

    private String lstart() throws Exception {
        ProcessBuilder ps = new ProcessBuilder("ps", "-o", "lstart=", "-p", Long.toString(child.pid()));
        ps.environment().put("LC_ALL", "C");
        ps.environment().put("TZ", "UTC0");
        return ps.start().inputReader().readLine();
    }
}
