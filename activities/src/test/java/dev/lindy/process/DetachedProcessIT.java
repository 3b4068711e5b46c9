package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedProcessIT {

    @TempDir
    Path folder;

    @Test
    void leadsASessionOfItsOwnAndOutlivesItsStarter() throws Exception {
        Process starter = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DetachedStarter.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(starter.waitFor()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("identity"));
        ProcessIdentity detached = new ProcessIdentity(Long.parseLong(lines.get(0)), lines.get(1));
        try {
            ProcessEntry entry = ProcessTable.ofHost().find(detached.pid()).orElseThrow();
            assertThat(detached.isAlive()).isTrue();
            ProgramHouse.await()
                    .until(() -> Files.readString(folder.resolve("log")).contains("ready"));
            assertThat(ProcessTable.ofHost().find(detached.pid()).orElseThrow().session())
                    .isEqualTo(detached.pid());
            assertThat(entry.parent()).isNotEqualTo(starter.pid());
        } finally {
            Signals.send("KILL", List.of(-detached.pid()));
        }
        ProgramHouse.await().until(() -> !detached.isAlive());
    }

    @Test
    void appendsToItsLog() throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "before\n");

        ProcessIdentity process = DetachedProcess.start(
                List.of("sh", "-c", "cat; sleep 0.2; echo after $A"), folder, Map.of("A", "b"), log);
        ProgramHouse.await().until(() -> !process.isAlive());

        assertThat(log).hasContent("before\nafter b");
    }

    @Test
    void knowsAProcessThatEndedAtOnceAsOneThatIsNotAlive() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        ProcessIdentity process = DetachedProcess.identity(ended);

        assertThat(process.pid()).isEqualTo(ended.pid());
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void saysWhatIsNotInstalled() {
        assertThatThrownBy(() -> DetachedProcess.start(List.of("no-such"), folder, Map.of(), folder.resolve("log")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("could not start `no-such`");
    }
}
