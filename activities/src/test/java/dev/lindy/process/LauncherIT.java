package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.ProgramEnd.Reason;
import dev.lindy.testing.NotRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher under every shell and with every tool for sessions that this host has. */
@Timeout(60)
class LauncherIT {

    @TempDir
    Path folder;

    private ProgramHouse house;

    @BeforeEach
    void open() {
        house = new ProgramHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    static Stream<List<String>> shells() {
        return Stream.of(
                        List.of("dash"),
                        List.of("bash", "--posix"),
                        List.of("bash"),
                        List.of("busybox", "sh"),
                        List.of("ksh"))
                .filter(shell -> Executables.tool(shell.get(0)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void worksUnder(List<String> shell) throws Exception {
        Programs programs = programs(shell, HostTools.ofHost());

        ProgramEnd end = programs.runToEnd(house.specs.unowned("a", "echo out; exit 3"));

        assertThat(end.reason()).isEqualTo(Reason.EXITED);
        assertThat(end.exitCode()).isEqualTo(3);
        assertThat(house.specs.stdout("a")).hasContent("out");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void enforcesTheLimitUnder(List<String> shell) throws Exception {
        Programs programs = programs(shell, HostTools.ofHost());

        ProgramEnd end = programs.runToEnd(
                house.specs.withHardLimit(Duration.ofSeconds(1)).unowned("a", "trap '' TERM; sleep 100; sleep 100"));

        assertThat(end.reason()).isEqualTo(Reason.HARD_LIMIT);
        assertThat(house.launchers("a")).isEmpty();
    }

    @Test
    void worksWithPerlWhereThereIsNoSetsid() throws Exception {
        Optional<Path> perl = Executables.tool("perl");
        NotRun.unless(perl.isPresent(), "LauncherIT with `perl`, which is not on PATH");
        Programs programs = programs(List.of("/bin/sh"), HostTools.withPerl(perl.get()));
        house.programs.request(house.specs.shell("other", "sleep 100"));

        ProgramEnd end = programs.runToEnd(house.specs.unowned("a", "ps -o pid=,sid= -p $$; kill -s INT $$; exit 3"));

        assertThat(end.exitCode()).isEqualTo(130);
        String[] ids = Files.readString(house.specs.stdout("a")).strip().split("\\s+");
        assertThat(ids[0]).isEqualTo(ids[1]);
    }

    @Test
    void tellsAFailedExecOfPerlFromTheProgramsOwnStatus() throws Exception {
        Optional<Path> perl = Executables.tool("perl");
        NotRun.unless(perl.isPresent(), "LauncherIT with `perl`, which is not on PATH");
        Path script = Files.writeString(folder.resolve("broken"), "#!/no/such/interpreter\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Programs programs = programs(List.of("/bin/sh"), HostTools.withPerl(perl.get()));

        ProgramEnd end =
                programs.runToEnd(house.specs.command("a", null, ProgramSpecs.ENVIRONMENT, List.of(script.toString())));

        assertThat(end.reason()).isEqualTo(Reason.NOT_STARTED);
        assertThat(end.message()).contains("cannot execute");
    }

    @Test
    void aSecondLauncherLeavesAtOnce() throws Exception {
        Launcher launcher = new Launcher(house.storeFolder);
        ProgramSpec spec = house.specs.shell("a", "echo x >> starts; while [ ! -e go ]; do sleep 0.05; done");
        ProgramFolder record = house.store.add(new StoredProgram(spec, Instant.now()));
        for (int i = 0; i < 5; i++) {
            launcher.launch(record, spec);
        }
        house.awaitLaunch("a");
        ProgramHouse.await().until(() -> Files.exists(folder.resolve("starts")));

        // Two shells are left: the one launcher and its watchdog; a third process is the watchdog's sleep.
        ProgramHouse.await().until(() -> house.launchers("a").size() <= 3);
        assertThat(folder.resolve("starts")).hasContent("x");
    }

    @Test
    void launcherAndProgramLeadSessionsOfTheirOwnAndIgnoreWhatIsSentToTheLauncher() throws Exception {
        house.programs.request(house.specs.shell("a", "while [ ! -e go ]; do sleep 0.05; done; exit 6"));
        LaunchedProgram launched = house.awaitLaunch("a");
        ProcessTable table = ProcessTable.ofHost();
        long launcher = launched.launcher().pid();
        assertThat(table.find(launcher).orElseThrow().session()).isEqualTo(launcher);
        ProgramHouse.await()
                .until(() -> table.find(launched.pid()).orElseThrow().session() == launched.pid());

        for (String signal : List.of("TERM", "HUP", "INT")) {
            Signals.send(signal, List.of(-launcher));
        }
        Files.createFile(folder.resolve("go"));

        ProgramHouse.await().until(() -> house.folder("a").exitCode().isPresent());
        assertThat(house.folder("a").exitCode()).contains(6);
    }

    private Programs programs(List<String> shell, HostTools tools) {
        return new Programs(
                house.store, house.limits, spec -> false, new Launcher(house.storeFolder, resolved(shell), tools));
    }

    private static List<String> resolved(List<String> shell) {
        return Stream.concat(
                        Executables.tool(shell.get(0)).map(Path::toString).stream(),
                        shell.stream().skip(1))
                .toList();
    }
}
