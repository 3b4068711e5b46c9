package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.ProgramEnd.Reason;
import dev.lindy.process.ProgramListener.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a program is left when its end is told. */
class ProgramTreeIT {

    @TempDir
    Path folder;

    private ProgramHouse house;

    @BeforeEach
    void open() {
        house = new ProgramHouse(folder);
        house.watch();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void killsAProgramThatIgnoresTerm() {
        house.programs.request(
                house.specs.shell("a", "trap '' TERM HUP INT; echo ready; while :; do sleep 0.05; done"));
        house.awaitText(house.specs.stdout("a"));
        house.listener.answer = record -> Answer.END;

        assertGone("a", Reason.CANCELED);
    }

    @Test
    void letsAProgramEndByItselfOnTerm() throws Exception {
        house.programs.request(house.specs.shell(
                "a", "trap 'echo bye >> last; exit 0' TERM; echo ready; while :; do sleep 0.05; done"));
        house.awaitText(house.specs.stdout("a"));
        house.listener.answer = record -> Answer.END;

        RecordingListener.Told told = assertGone("a", Reason.CANCELED);

        assertThat(told.end().exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("last"))).isEqualTo("bye\n");
    }

    /** W-21: a grandchild outlived the kill of the original, and held it up. */
    @Test
    void endsAGrandchildInASessionOfItsOwnWhoseParentIsGone() {
        house.programs.request(
                house.specs.shell(
                        "a",
                        "setsid sh -c 'trap \"\" TERM; setsid sh -c \"trap \\\"\\\" TERM; echo ready; sleep 100\" & exit 0'; sleep 100"));
        house.awaitText(house.specs.stdout("a"));
        house.listener.answer = record -> Answer.END;

        assertGone("a", Reason.CANCELED);
    }

    @Test
    void endsWhatAProgramLeavesBehindWhenItEndsByItself() {
        house.programs.request(house.specs.shell("a", "setsid sleep 100 & sleep 100 & exit 3"));

        RecordingListener.Told told = assertGone("a", Reason.EXITED);

        assertThat(told.end().exitCode()).isEqualTo(3);
    }

    @Test
    void endsWhatIsLeftOfAProgramKilledFromOutside() throws Exception {
        house.programs.request(house.specs.shell("a", "setsid sleep 100 & sleep 100 & wait"));
        ProgramHouse.await().until(() -> house.marked("a").size() == 3);
        Signals.send("KILL", List.of(house.awaitLaunch("a").pid()));

        assertGone("a", Reason.LOST);
    }

    @Test
    void endsAChildWithoutTheMarkerThatIsStillInTheTree() {
        house.programs.request(
                house.specs.shell("a", "env -i /bin/sh -c 'trap \"\" TERM; echo $$; sleep 100; exit 1'; sleep 100"));
        long child = Long.parseLong(house.awaitText(house.specs.stdout("a")).strip());
        ProcessIdentity identity = ProcessIdentity.of(child).orElseThrow();
        house.listener.answer = record -> Answer.END;

        assertGone("a", Reason.CANCELED);

        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void sparesAProgramWhoseKeyBeginsWithTheSameCharacters() {
        house.programs.request(house.specs.shell("run.1", "sleep 100"));
        house.programs.request(house.specs.shell("run.10", "sleep 100"));
        LaunchedProgram other = house.awaitLaunch("run.10");
        house.listener.answer = record -> ProgramSpecs.name(record).equals("run.1") ? Answer.END : Answer.CONTINUE;

        assertGone("run.1", Reason.CANCELED);

        assertThat(other.program().isAlive()).isTrue();
        assertThat(other.launcher().isAlive()).isTrue();
    }

    @Test
    void endsAProgramWithoutTellingAnybody() throws Exception {
        house.programs.request(house.specs.shell("a", "trap '' TERM; setsid sleep 100 & echo ready; sleep 100"));
        house.awaitText(house.specs.stdout("a"));

        house.programs.end(house.specs.key("a"));

        assertThat(house.marked("a")).isEmpty();
        assertThat(house.launchers("a")).isEmpty();
        assertThat(house.programs.isLive(house.specs.key("a"))).isFalse();
        assertThat(house.programs.live()).isEmpty();
        assertThat(house.listener.ends).isEmpty();
        assertThat(house.store.end(house.specs.key("a")).orElseThrow().reason()).isEqualTo(Reason.CANCELED);
    }

    @Test
    void goesOnWithAnEndingThatTheEarlierWatchBegan() {
        house.close();
        house.programs.request(house.specs.shell("a", "sleep 100"));
        house.awaitLaunch("a");
        house.folder("a").ending(Reason.STALLED);

        house.watch();

        assertGone("a", Reason.STALLED);
    }

    @Test
    void aPidThatWentToAStrangerIsNotTheProgram() throws Exception {
        ProcessIdentity living =
                DetachedProcess.start(List.of("sleep", "100"), folder, ProgramSpecs.ENVIRONMENT, folder.resolve("log"));
        try {
            ProcessIdentity former = new ProcessIdentity(living.pid(), living.startTime() + "0");
            ProcessMarker marker = new ProcessMarker("LINDY_ATTEMPT", "nobody");
            ProgramHouse.await().until(() -> leadsItsGroup(living.pid()));

            assertThat(former.isAlive()).isFalse();
            assertThat(new ProcessTree(ProcessTable.ofHost(), marker, former).find())
                    .isEmpty();
            assertThat(new ProcessTree(ProcessTable.ofHost(), marker, living).find())
                    .containsExactly(living);
        } finally {
            Signals.send("KILL", List.of(living.pid()));
        }
    }

    private static boolean leadsItsGroup(long pid) {
        return ProcessTable.ofHost().find(pid).orElseThrow().group() == pid;
    }

    @Test
    void startsProgramsWithTheirOwnEnvironmentAndNothingElse() {
        Map<String, String> environment = Map.of(
                "PATH",
                "/usr/bin:/bin",
                "QUOTE",
                "it's \"$HOME\" `id` \\ *",
                "LINES",
                "one\ntwo",
                "UID",
                "0",
                "not.a.name",
                "x");
        house.programs.request(
                house.specs.command("a", ProgramSpecs.owner("token-1"), environment, List.of("env", "-0", "-u", "_")));
        house.listener.awaitEnd("a");

        assertThat(house.awaitText(house.specs.stdout("a")).split("\0"))
                .containsExactlyInAnyOrder(
                        "PATH=/usr/bin:/bin",
                        "QUOTE=it's \"$HOME\" `id` \\ *",
                        "LINES=one\ntwo",
                        "LINDY_ATTEMPT=" + house.specs.key("a"),
                        "PWD=" + folder);
    }

    @Test
    void givesProgramsTheDefaultHandlingOfSignals() {
        house.programs.request(house.specs.shell("a", "grep SigIgn /proc/$$/status || ps -o ignored= -p $$"));
        house.listener.awaitEnd("a");

        String ignored = house.awaitText(house.specs.stdout("a")).replaceAll("SigIgn:|\\s", "");
        // Signals from 32 on are real-time ones, which neither we nor programs care for.
        assertThat(Long.parseUnsignedLong(ignored, 16) & 0x7FFF_FFFFL).isZero();
    }

    private RecordingListener.Told assertGone(String key, Reason reason) {
        RecordingListener.Told told = house.listener.awaitEnd(key);
        assertThat(told.end().reason()).isEqualTo(reason);
        assertThat(told.leftovers()).isFalse();
        assertThat(house.marked(key)).isEmpty();
        assertThat(house.launchers(key)).isEmpty();
        assertThat(told.end().endedAt()).isBeforeOrEqualTo(Instant.now());
        return told;
    }
}
