package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records of the engine that a full disk or a power loss left as garbage, beside a run at work. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HostileStateIT {

    private LindyHome home;
    private GitProject project;
    private Starts starts;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
        project = GitProject.create(home);
        starts = new Starts(home);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void aRunGoesOnThoughTheRecordsOfItsEngineAreGarbage() throws IOException {
        PlanTask task = PlanTask.of(1, "api", starts.directive(1), starts.hold(1), "@write api/1.txt 1", "@commit one");
        String run = home.detached(project.root(), "-p", project.plan(task));
        starts.await(1);
        Pids.kill(home.workerPid());
        spoil("engine/engine.json", "{}");
        spoil("worker/managed/worker.json", "{\"pid\":\"x\"");
        spoil("worker/managed/ready", "\u0000\u001b[31m");
        spoilAll(home.state().resolve("tokens"), "[]");
        spoil("programs/managed/live/" + run + ".garbage/record.json", "{}");
        spoil("programs/managed/done/" + run + ".garbage/record.json", "null");
        spoil("programs/managed/live/stray", "not a folder");

        Result up = home.run("up");

        assertThat(up.exit()).as(up.stderr()).isZero();
        starts.release(1);
        Result watch = home.run(project.root(), "watch", run);
        assertThat(watch.exit()).as(watch.stderr()).isZero();
        assertThat(starts.of(1)).hasSize(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(home.run("ps").exit()).isZero());
    }

    @Test
    void tellsWhatToDoAboutADamagedHostId() throws IOException {
        assertThat(home.run("up").exit()).isZero();
        assertThat(home.run("down").exit()).isZero();
        String id = Files.readString(home.state().resolve("host-id"));
        spoil("host-id", "\u001b[31mx");

        Result up = home.run("up");

        spoil("host-id", id);
        assertThat(up.exit()).isIn(2, 4, 5);
        assertThat(up.stderr())
                .contains("error: ", "host-id", "remove the file")
                .doesNotContain("\u001b", "Exception");
        assertThat(home.run("up").exit()).isZero();
    }

    private void spoil(String name, String content) throws IOException {
        Path file = home.state().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void spoilAll(Path folder, String content) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Files.writeString(file, content);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
