package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.process.ProgramEnd.Reason;
import dev.lindy.state.PrivateFiles;
import dev.lindy.testing.NotRun;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsIT {

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

    @Test
    void startsOnceUnderTenRequestsAtOnceThroughTwoStores() throws Exception {
        ProgramStore other = new ProgramStore(house.storeFolder);
        List<Programs> entries = List.of(house.programs, new Programs(other, house.limits));
        CountDownLatch gate = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Future<?>> requests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Programs entry = entries.get(i % 2);
            ProgramSpec spec = house.specs.shell("a", "token-" + i, "echo x >> starts; sleep 100");
            requests.add(threads.submit(() -> {
                gate.await();
                entry.request(spec);
                return true;
            }));
        }
        house.watch();
        gate.countDown();
        for (Future<?> request : requests) {
            request.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();

        ProgramHouse.await().until(() -> house.listener.pulses.get("a"), p -> p != null && p.pid() != null);
        ProgramHouse.await().until(() -> Files.exists(folder.resolve("starts")));
        assertThat(house.programs.live()).hasSize(1);
        assertThat(folder.resolve("starts")).hasContent("x");
        assertThat(house.marked("a")).hasSize(2);
    }

    @Test
    void startsOnceUnderRequestsOfSeveralProcessesAndOutlivesThem() throws Exception {
        List<Process> requesters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            requesters.add(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ProgramRequester.class.getName(),
                            folder.toString(),
                            house.specs.prefix())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("requester-" + i + ".log").toFile())
                    .start());
        }
        for (Process requester : requesters) {
            assertThat(requester.waitFor()).isZero();
        }
        ProgramHouse.await().until(() -> Files.exists(folder.resolve("starts")));
        house.watch();
        Files.createFile(folder.resolve("go"));

        assertThat(house.listener.awaitEnd("shared").end().exitCode()).isEqualTo(8);
        assertThat(folder.resolve("starts")).hasContent("x");
    }

    @Test
    void runsNoMoreThanTheHostsPlaces() {
        try (ProgramHouse small = new ProgramHouse(folder.resolve("small"), house.limits.withMaxPrograms(2))) {
            small.watch();
            String script = "mkdir -p now/$LINDY_ATTEMPT; [ $(ls now | wc -l) -le 2 ] || touch crowded;"
                    + " sleep 0.2; rmdir now/$LINDY_ATTEMPT";
            IntStream.rangeClosed(1, 6).forEach(i -> small.programs.request(small.specs.shell("p" + i, script)));

            IntStream.rangeClosed(1, 6).forEach(i -> small.listener.awaitEnd("p" + i));

            assertThat(small.folder.resolve("now")).isEmptyDirectory();
            assertThat(small.folder.resolve("crowded")).doesNotExist();
        }
    }

    @Test
    void startsWaitingProgramsInTheOrderOfTheirRequests() {
        try (ProgramHouse small = new ProgramHouse(folder.resolve("small"), house.limits.withMaxPrograms(1))) {
            List<String> names = List.of("c", "a", "d", "b");
            names.forEach(name -> small.programs.request(small.specs.shell(name, "echo $LINDY_ATTEMPT >> order")));
            small.watch();

            names.forEach(small.listener::awaitEnd);

            assertThat(PrivateFiles.read(small.folder.resolve("order"))
                            .orElseThrow()
                            .lines())
                    .containsExactlyElementsOf(names.stream()
                            .map(name -> small.specs.key(name).value())
                            .toList());
        }
    }

    @Test
    void waitsForTheEndOfAProgramWithoutAWatch() throws Exception {
        ProgramEnd end =
                house.programs.runToEnd(house.specs.unowned("a", "echo out; echo err >&2; setsid sleep 100 & exit 3"));

        assertThat(end.reason()).isEqualTo(Reason.EXITED);
        assertThat(end.exitCode()).isEqualTo(3);
        assertThat(house.specs.stdout("a")).hasContent("out");
        assertThat(house.specs.stderr("a")).hasContent("err");
        assertThat(house.marked("a")).isEmpty();
        assertThat(house.programs.live()).isEmpty();
    }

    @Test
    void givesTheKnownEndToALateSecondCall() throws Exception {
        ProgramSpec spec = house.specs.unowned("a", "echo x >> starts; exit 3");

        ProgramEnd first = house.programs.runToEnd(spec);

        assertThat(house.programs.runToEnd(spec)).isEqualTo(first);
        assertThat(folder.resolve("starts")).hasContent("x");
    }

    @Test
    void joinsAProgramWhoseFirstCallerWasInterrupted() throws Exception {
        house.watch();
        ProgramSpec spec = house.specs.unowned("a", "echo x >> starts; while [ ! -e go ]; do sleep 0.05; done; exit 3");
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<ProgramEnd> first = threads.submit(() -> house.programs.runToEnd(spec));
        LaunchedProgram launched = house.awaitLaunch("a");
        first.cancel(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(15, TimeUnit.SECONDS)).isTrue();
        assertThat(launched.program().isAlive()).isTrue();
        Files.createFile(folder.resolve("go"));

        assertThat(house.programs.runToEnd(spec).exitCode()).isEqualTo(3);
        assertThat(folder.resolve("starts")).hasContent("x");
        assertThat(house.listener.ends).isEmpty();
    }

    @Test
    void runsToItsEndWhatIsNotInstalled() throws Exception {
        ProgramEnd end = house.programs.runToEnd(
                house.specs.command("a", null, ProgramSpecs.ENVIRONMENT, List.of("no-such-hook")));

        assertThat(end.reason()).isEqualTo(Reason.NOT_STARTED);
        assertThat(end.message()).contains("no-such-hook");
    }

    @Test
    void namesAMissingWorkingDirectory() throws Exception {
        ProgramSpecs elsewhere = ProgramSpecs.in(folder.resolve("gone"));

        ProgramEnd end = house.programs.runToEnd(elsewhere.unowned("a", "exit 0"));

        assertThat(end.reason()).isEqualTo(Reason.NOT_STARTED);
        assertThat(end.message()).isEqualTo("working directory `" + folder.resolve("gone") + "` does not exist");
    }

    /** W-28: agents of the original read the standard input of whoever started it. */
    @Test
    void readsItsInputFromAFile() throws Exception {
        Path input = Files.writeString(folder.resolve("prompt"), "do it");
        ProgramSpec plain = house.specs.unowned("a", "cat");
        ProgramSpec spec = new ProgramSpec(
                plain.key(),
                plain.kind(),
                plain.command(),
                plain.workingDirectory(),
                plain.environment(),
                input,
                plain.stdout(),
                plain.stderr(),
                plain.hardLimit(),
                plain.grace(),
                null,
                null,
                plain.labels(),
                plain.context());

        house.programs.runToEnd(spec);

        assertThat(house.specs.stdout("a")).hasContent("do it");
    }

    @Test
    void worksInFoldersWithSpacesQuotesAndUmlauts() throws Exception {
        boolean canName = Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode('ü');
        NotRun.unless(canName, "ProgramsIT with umlauts in names, which this locale does not know");
        Path odd = Files.createDirectories(folder.resolve("it's a \"$HOME\" für Übung\n"));
        try (ProgramHouse other = new ProgramHouse(odd)) {
            ProgramEnd end = other.programs.runToEnd(other.specs.unowned("a", "pwd; exit 4"));

            assertThat(end.exitCode()).isEqualTo(4);
            assertThat(other.specs.stdout("a")).content().startsWith(odd.toString());
        }
    }

    @Test
    void keepsEverythingToTheUser() throws Exception {
        house.programs.request(house.specs.shell("a", "sleep 100"));
        house.awaitLaunch("a");

        for (String name : List.of("record.json", "program.sh")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(house.folder("a").file(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(house.folder("a").path())))
                .isEqualTo("rwx------");
    }

    @Test
    void movesATornRecordOutOfTheWay() throws Exception {
        house.store.add(new StoredProgram(house.specs.shell("a", "exit 1"), Instant.EPOCH));
        assertThat(house.folder("a").claim()).isTrue();
        Files.write(house.folder("a").file("record.json"), new byte[0]);
        house.watch();

        house.programs.request(house.specs.shell("a", "exit 2"));

        assertThat(house.listener.awaitEnd("a").end().exitCode()).isEqualTo(2);
    }

    @Test
    void refusesARequestThatNobodyOwns() {
        assertThatThrownBy(() -> house.programs.request(house.specs.unowned("a", "exit 0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs an owner");
    }

    @Test
    void startsQuickly() throws Exception {
        house.programs.runToEnd(house.specs.unowned("warm", "exit 0"));
        long before = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            house.programs.runToEnd(house.specs.unowned("q" + i, "exit 0"));
        }

        assertThat(Duration.ofNanos((System.nanoTime() - before) / 5)).isLessThan(Duration.ofMillis(700));
    }
}
