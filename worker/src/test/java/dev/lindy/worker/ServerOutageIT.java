package dev.lindy.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.client.WorkflowStub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Worker whose server goes away. */
@Timeout(240)
class ServerOutageIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path root;

    private WorkerScene scene;

    @BeforeEach
    void startServer() {
        scene = new WorkerScene(root);
    }

    @AfterEach
    void stopAll() {
        scene.close();
    }

    @Test
    void restartsAKilledServerAndIsNotDeafAfterwards() throws Exception {
        WorkerJvm worker = scene.worker();
        for (int round = 0; round < 3; round++) {
            long before = serverPid();
            killServer();
            await().atMost(Duration.ofSeconds(30)).until(() -> serverPid() != before && isUp());

            Path folder = scene.folder();
            WorkflowStub run = scene.start("wait", WorkerScene.key("deaf"), folder, "10", Duration.ofMinutes(3));
            assertThat(scene.result(run, SOON)).as(worker.log()).isEqualTo("stepped");
        }
        assertThat(worker.log()).doesNotContain("BasePoller");
    }

    @Test
    void programsLiveThroughAnOutage() throws Exception {
        Path folder = scene.folder();
        scene.worker();
        WorkflowStub run = scene.startProgram(WorkerScene.key("outage"), folder);
        WorkerScene.awaitFile(folder.resolve("starts"));
        long before = serverPid();

        killServer();
        Files.createFile(folder.resolve("go"));
        await().atMost(Duration.ofSeconds(30)).until(() -> serverPid() != before && isUp());

        assertThat(scene.result(run, SOON)).isEqualTo("EXITED done");
        assertThat(WorkerScene.lines(folder.resolve("starts"))).isEqualTo(1);
    }

    @Test
    void waitsForAServerAndGoesOnWhenWorkerAndServerWereKilled() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub run = scene.startProgram(WorkerScene.key("both"), folder);
        WorkerScene.awaitFile(folder.resolve("starts"));

        first.kill9();
        killServer();
        scene.worker();
        Files.createFile(folder.resolve("go"));

        assertThat(scene.result(run, SOON)).isEqualTo("EXITED done");
        assertThat(WorkerScene.lines(folder.resolve("starts"))).isEqualTo(1);
    }

    private boolean isUp() {
        return scene.server().running().isPresent();
    }

    private long serverPid() {
        return scene.server().recorded().orElseThrow().pid();
    }

    private void killServer() {
        ProcessHandle.of(serverPid()).orElseThrow().destroyForcibly();
    }
}
