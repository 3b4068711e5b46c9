package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.ProgramEnd.Reason;
import dev.lindy.process.ProgramListener.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramWatchIT {

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

    @ParameterizedTest
    @CsvSource({"0,EXITED", "1,EXITED", "3,EXITED", "127,EXITED", "130,EXITED", "137,LOST", "143,LOST"})
    void passesTheExitCodeOnAndTakesThoseOfForeignSignalsForALoss(int code, Reason reason) {
        house.watch();
        house.programs.request(house.specs.shell("a", "exit " + code));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(reason);
        assertThat(end.exitCode()).isEqualTo(code);
        assertThat(end.launchedAt()).isNotNull();
    }

    @Test
    void noticesTheEndAtOnce() {
        house.watch();
        house.programs.request(house.specs.shell("a", "exit 0"));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        // A generous bound for a loaded machine; not a measure of the latency.
        assertThat(Duration.between(end.endedAt(), Instant.now())).isLessThan(Duration.ofSeconds(1));
        ProgramHouse.await().until(() -> house.programs.live().isEmpty());
    }

    @Test
    void tellsThatAQueuedAndARunningProgramLive() {
        try (ProgramHouse small = new ProgramHouse(folder.resolve("small"), house.limits.withMaxPrograms(1))) {
            small.watch();
            small.programs.request(small.specs.shell("a", "echo hello; sleep 100"));
            small.programs.request(small.specs.shell("b", "exit 4"));

            ProgramHouse.await().until(() -> small.listener.pulses.containsKey("b"));
            ProgramHouse.await().until(() -> small.listener.pulses.get("a").outputBytes() == 6);
            assertThat(small.listener.pulses.get("a").pid())
                    .isEqualTo(small.awaitLaunch("a").pid());
            assertThat(small.listener.pulses.get("b").queued()).isTrue();
            assertThat(small.marked("b")).isEmpty();

            small.listener.answer = record -> ProgramSpecs.name(record).equals("a") ? Answer.END : Answer.CONTINUE;
            assertThat(small.listener.awaitEnd("a").end().reason()).isEqualTo(Reason.CANCELED);
            assertThat(small.listener.awaitEnd("b").end().exitCode()).isEqualTo(4);
        }
    }

    @Test
    void endsAQueuedProgramWithoutEverStartingIt() {
        try (ProgramHouse small = new ProgramHouse(folder.resolve("small"), house.limits.withMaxPrograms(1))) {
            small.listener.answer = record -> ProgramSpecs.name(record).equals("b") ? Answer.END : Answer.CONTINUE;
            small.programs.request(small.specs.shell("a", "sleep 100"));
            small.programs.request(small.specs.shell("b", "touch started"));
            small.watch();

            ProgramEnd end = small.listener.awaitEnd("b").end();

            assertThat(end.reason()).isEqualTo(Reason.CANCELED);
            assertThat(end.launchedAt()).isNull();
            assertThat(small.specs.folder().resolve("started")).doesNotExist();
        }
    }

    @Test
    void adoptsProgramsOfAnEarlierWatch() throws Exception {
        ProgramWatch first = house.watch();
        house.programs.request(
                house.specs.shell("a", "echo x >> starts; while [ ! -e go ]; do sleep 0.05; done; exit 5"));
        house.programs.request(
                house.specs.shell("b", "echo x >> starts; while [ ! -e go ]; do sleep 0.05; done; exit 6"));
        ProgramHouse.await().until(() -> house.listener.pulses.size() == 2);
        first.close();
        assertThat(house.listener.ends).isEmpty();

        Files.createFile(folder.resolve("go"));
        ProgramHouse.await().until(() -> house.folder("a").exitCode().isPresent());
        RecordingListener second = new RecordingListener();
        house.watch(second);

        assertThat(second.awaitEnd("a").end().exitCode()).isEqualTo(5);
        assertThat(second.awaitEnd("b").end().exitCode()).isEqualTo(6);
        assertThat(ProgramHouse.lines(folder.resolve("starts"))).isEqualTo(2);
        assertThat(house.listener.ends).isEmpty();
    }

    @Test
    void endsAProgramAtItsHardLimit() {
        house.watch();
        house.programs.request(house.specs
                .withHardLimit(Duration.ofSeconds(1))
                .shell("a", "trap 'exit 0' TERM; while :; do sleep 0.05; done"));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.HARD_LIMIT);
        assertThat(end.message()).isEqualTo("ended after its hard limit of 1s");
    }

    @Test
    void enforcesTheHardLimitWithoutAnyWatch() {
        house.programs.request(house.specs
                .withHardLimit(Duration.ofSeconds(1))
                .shell("a", "trap '' TERM; setsid sh -c \"trap '' TERM; sleep 100\" & sleep 100"));

        ProgramHouse.await().until(() -> house.folder("a").exitCode().isPresent());

        ProgramHouse.await().until(() -> house.marked("a").isEmpty());
        ProgramHouse.await().until(() -> house.launchers("a").isEmpty());
    }

    @Test
    void endsAProgramWhoseLauncherIsStuckAfterTheLimit() throws Exception {
        house.watch();
        house.programs.request(house.specs.shell("a", "sleep 100"));
        LaunchedProgram launched = house.awaitLaunch("a");
        Signals.send("STOP", house.launchers("a"));
        house.folder("a").mark("limit", "");
        Files.setLastModifiedTime(
                house.folder("a").file("limit"), FileTime.from(Instant.now().minusSeconds(60)));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.HARD_LIMIT);
        assertThat(launched.program().isAlive()).isFalse();
        assertThat(launched.launcher().isAlive()).isFalse();
    }

    @Test
    void enforcesTheHardLimitWhenTheLauncherIsKilled() throws Exception {
        house.watch();
        house.programs.request(house.specs.withHardLimit(Duration.ofSeconds(2)).shell("a", "sleep 100"));
        house.awaitLaunch("a");
        Signals.send("KILL", house.launchers("a"));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.HARD_LIMIT);
        assertThat(Duration.between(end.launchedAt(), end.endedAt())).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void seesTheEndOfAProgramWhoseLauncherWasKilled() throws Exception {
        house.watch();
        house.programs.request(house.specs.shell("a", "while [ ! -e go ]; do sleep 0.05; done"));
        LaunchedProgram launched = house.awaitLaunch("a");
        Signals.send("KILL", List.of(launched.launcher().pid()));
        ProgramHouse.await().until(() -> !launched.launcher().isAlive());
        assertThat(launched.program().isAlive()).isTrue();
        Files.createFile(folder.resolve("go"));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.LOST);
        assertThat(end.exitCode()).isNull();
        assertThat(end.message()).isEqualTo("vanished without an exit status");
    }

    @Test
    void takesAProgramKilledFromOutsideForLost() throws Exception {
        house.watch();
        house.programs.request(house.specs.shell("a", "sleep 100"));
        Signals.send("KILL", List.of(house.awaitLaunch("a").pid()));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.LOST);
        assertThat(end.exitCode()).isEqualTo(137);
        assertThat(end.message()).isEqualTo("ended by signal 9, which Lindy did not send");
    }

    @Test
    void takesAProgramOfAnEarlierBootForLost() throws Exception {
        house.programs.request(house.specs.shell("a", "exit 0"));
        ProgramHouse.await().until(() -> house.launchers("a").isEmpty());
        Files.delete(house.folder("a").file("exit"));
        String pid = Files.readString(house.folder("a").file("pid"));
        long self = ProcessHandle.current().pid();
        String start = ProcessIdentity.current().startTime().replaceFirst(".*/", "");
        assertThat(pid.lines().count()).isEqualTo(5);
        house.folder("a").mark("pid", self + "\n" + start + "\n" + self + "\n" + start + "\nanother-boot");
        house.watch();

        assertThat(house.listener.awaitEnd("a").end().reason()).isEqualTo(Reason.LOST);
    }

    @Test
    void saysThatNothingRanWhenTheLauncherDiedAfterItsClaim() {
        house.store.add(new StoredProgram(house.specs.shell("a", "touch started"), Instant.now()));
        assertThat(house.folder("a").claim()).isTrue();
        house.watch();

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.LOST);
        assertThat(end.launchedAt()).isNull();
        assertThat(end.message()).contains("nothing ran");
        assertThat(folder.resolve("started")).doesNotExist();
    }

    @Test
    void launchesWhatWasRecordedByAProcessThatDiedBeforeTheLaunch() {
        house.store.add(new StoredProgram(house.specs.shell("a", "exit 7"), Instant.now()));
        house.watch();

        assertThat(house.listener.awaitEnd("a").end().exitCode()).isEqualTo(7);
    }

    @Test
    void tellsTheEndAgainUntilItIsHeardAndToTheOwnerOfThatTime() {
        house.listener.failures = 3;
        house.programs.request(house.specs.shell("a", "token-1", "exit 0"));
        house.watch();
        house.programs.request(house.specs.shell("a", "token-2", "exit 9"));

        RecordingListener.Told told = house.listener.awaitEnd("a");

        assertThat(told.end().exitCode()).isZero();
        assertThat(RecordingListener.owner(told.record()).taskToken()).isEqualTo("token-2");
        assertThat(house.listener.failures).isZero();
    }

    @Test
    void tellsTheEndOnceMoreWhenANewOwnerComesWhileTheOldOneIsTold() {
        house.listener.beforeEnd = () -> {
            house.listener.beforeEnd = () -> {};
            house.programs.request(house.specs.shell("a", "token-2", "exit 9"));
        };
        house.programs.request(house.specs.shell("a", "token-1", "exit 3"));
        house.watch();

        ProgramHouse.await().until(() -> house.listener.ends.size() == 2);

        assertThat(house.listener.ends)
                .extracting(told -> RecordingListener.owner(told.record()).taskToken())
                .containsExactly("token-1", "token-2");
        assertThat(house.listener.ends)
                .extracting(told -> told.end().exitCode())
                .containsOnly(3);
        ProgramHouse.await().until(() -> house.programs.live().isEmpty());
    }

    @Test
    void bindsALiveProgramToItsNewOwner() {
        house.watch();
        house.programs.request(house.specs.shell("a", "token-1", "echo x >> starts; sleep 100"));
        ProgramHouse.await().until(() -> "token-1".equals(house.listener.tokens.get("a")));
        house.programs.request(house.specs.shell("a", "token-2", "echo x >> starts; sleep 100"));
        ProgramHouse.await().until(() -> "token-2".equals(house.listener.tokens.get("a")));

        house.listener.answer = record -> Answer.END;

        RecordingListener.Told told = house.listener.awaitEnd("a");
        assertThat(RecordingListener.owner(told.record()).taskToken()).isEqualTo("token-2");
        assertThat(folder.resolve("starts")).hasContent("x");
    }

    @Test
    void doesNotBindAProgramToAnOlderDeliveryOfItsActivity() {
        house.programs.request(house.specs.shell("a", "token-1", "sleep 100"));
        house.programs.rebind(house.specs.key("a"), ProgramSpecs.owner("token-3", 3));

        house.programs.rebind(house.specs.key("a"), ProgramSpecs.owner("token-2", 2));

        assertThat(house.programs.live())
                .extracting(record -> RecordingListener.owner(record).taskToken())
                .containsExactly("token-3");
    }

    @Test
    void tellsTheOwnerOfAProgramThatWasCanceledWithoutAWatch() throws Exception {
        house.programs.request(house.specs.shell("a", "trap '' TERM; setsid sleep 100 & sleep 100"));
        house.awaitLaunch("a");

        house.programs.cancel(house.specs.key("a"));

        assertThat(house.marked("a")).isEmpty();
        assertThat(house.launchers("a")).isEmpty();
        house.watch();
        assertThat(house.listener.awaitEnd("a").end().reason()).isEqualTo(Reason.CANCELED);
    }

    @Test
    void doesNotStartWhatIsHeld() {
        AtomicBoolean held = new AtomicBoolean(true);
        Programs programs = new Programs(house.store, house.limits, spec -> held.get());

        programs.request(house.specs.shell("a", "touch started"));
        programs.launchWaiting();
        assertThat(house.folder("a").has("launch")).isFalse();
        held.set(false);
        programs.launchWaiting();

        house.awaitLaunch("a");
    }

    @Test
    void tellsTheEndOnceMoreToALateSecondRequestInsteadOfStartingAgain() {
        house.watch();
        house.programs.request(house.specs.shell("a", "token-1", "echo x >> starts; exit 3"));
        house.listener.awaitEnd("a");
        ProgramHouse.await().until(() -> house.programs.live().isEmpty());

        house.programs.request(house.specs.shell("a", "token-2", "echo x >> starts; exit 4"));
        // the old owner may hear it again, before the new one is known
        ProgramHouse.await().until(() -> house.listener.ends.stream().anyMatch(ProgramWatchIT::isToldToTheNewOwner));

        assertThat(house.listener.ends)
                .allSatisfy(told -> assertThat(told.end().exitCode()).isEqualTo(3));
        assertThat(folder.resolve("starts")).hasContent("x");
    }

    @Test
    void keepsNoEnvironmentOfEndedProgramsAndForgetsThemByLabel() throws Exception {
        house.watch();
        Map<String, String> secret = Map.of("PATH", "/usr/bin:/bin", "TOKEN", "s3cret");
        house.programs.request(
                house.specs.command("a", ProgramSpecs.owner("token-1"), secret, List.of("sh", "-c", "exit 0")));
        house.listener.awaitEnd("a");
        ProgramHouse.await().until(() -> house.programs.live().isEmpty());

        Path done =
                house.storeFolder.resolve("done").resolve(house.specs.key("a").value());
        assertThat(Files.readString(done.resolve("record.json"))).doesNotContain("s3cret");
        assertThat(done.resolve("program.sh")).doesNotExist();
        house.store.forget("run", "ffffffff");
        assertThat(done).exists();
        house.store.forget("run", "0123abcd");
        assertThat(done).doesNotExist();
    }

    @Test
    void doesNotStartWhatIsNotInstalled() {
        house.watch();
        house.programs.request(house.specs.command(
                "a", ProgramSpecs.owner("token-1"), ProgramSpecs.ENVIRONMENT, List.of("no-such-agent", "x")));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.NOT_STARTED);
        assertThat(end.message()).isEqualTo("`no-such-agent` is not installed (looked in PATH)");
        assertThat(end.launchedAt()).isNull();
    }

    @Test
    void saysWhenTheSystemRefusesToExecuteTheProgram() throws Exception {
        Path script = Files.writeString(folder.resolve("broken"), "#!/no/such/interpreter\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        house.watch();
        house.programs.request(
                house.specs.command("a", ProgramSpecs.owner("token-1"), ProgramSpecs.ENVIRONMENT, List.of("./broken")));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.NOT_STARTED);
        assertThat(end.message()).startsWith("could not be executed: ").contains("broken");
    }

    @Test
    void oneSlowOwnerDelaysNoOther() {
        house.listener.answer = record -> {
            if (ProgramSpecs.name(record).equals("slow")) {
                ProgramHouse.await().until(() -> house.listener.told("quick").isPresent());
            }
            return Answer.CONTINUE;
        };
        house.watch();
        house.programs.request(house.specs.shell("slow", "sleep 100"));
        ProgramHouse.await().until(() -> house.listener.pulses.containsKey("slow"));

        house.programs.request(house.specs.shell("quick", "exit 0"));

        assertThat(house.listener.awaitEnd("quick").end().exitCode()).isZero();
    }

    private static boolean isToldToTheNewOwner(RecordingListener.Told told) {
        return RecordingListener.owner(told.record()).taskToken().equals("token-2");
    }
}
