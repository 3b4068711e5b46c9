package dev.lindy.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lindy.engine.WorkerFolder;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real Workers, killed in all ways, on a real server. */
@Timeout(180)
class WorkerKillIT {

    /** Five times what is measured on a quiet machine, beyond the start of a JVM. */
    private static final Duration SOON = Duration.ofSeconds(8);

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
    void adoptsTheProgramOfAKilledWorker() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub run = scene.startProgram(WorkerScene.key("adopt"), folder);
        WorkerScene.awaitFile(folder.resolve("starts"));

        first.kill9();
        scene.worker();
        Files.createFile(folder.resolve("go"));

        assertThat(scene.result(run, SOON)).isEqualTo("EXITED done");
        assertThat(WorkerScene.lines(folder.resolve("starts"))).isEqualTo(1);
    }

    @Test
    void tellsTheEndOfAProgramThatEndedWithoutAWorker() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub run = scene.startProgram(WorkerScene.key("late"), folder);
        WorkerScene.awaitFile(folder.resolve("starts"));

        first.kill9();
        Files.createFile(folder.resolve("go"));
        await().atMost(SOON).until(() -> !WorkerScene.lives(folder.resolve("parent")));
        scene.worker();

        assertThat(scene.result(run, SOON)).isEqualTo("EXITED done");
        assertThat(WorkerScene.lines(folder.resolve("starts"))).isEqualTo(1);
    }

    @Test
    void keepsTheProgramWhenTheWorkerWasAwayForTooLong() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub run = scene.startProgram(WorkerScene.key("timeout"), folder, Duration.ofSeconds(3));
        WorkerScene.awaitFile(folder.resolve("starts"));

        first.kill9();
        await().atMost(Duration.ofSeconds(20)).until(() -> deliveries(run) == 2);
        scene.worker();
        Files.createFile(folder.resolve("go"));

        assertThat(scene.result(run, SOON)).isEqualTo("EXITED done");
        assertThat(WorkerScene.lines(folder.resolve("starts"))).isEqualTo(1);
    }

    @Test
    void deliversABlockingActivityOfAKilledWorkerAgainAtOnce() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub run = scene.start("block", WorkerScene.key("block"), folder, "", Duration.ofMinutes(3));
        WorkerScene.awaitFile(folder.resolve("deliveries"));

        first.kill9();
        scene.worker();

        assertThat(scene.result(run, SOON)).isEqualTo("delivery 2");
    }

    @Test
    void deliversAnActivityAgainWhoseTokenTheKilledWorkerCouldNotKeep() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub run = scene.start("block", WorkerScene.key("unkept"), folder, "", Duration.ofMinutes(3));
        WorkerScene.awaitFile(folder.resolve("deliveries"));

        first.kill9();
        try (Stream<Path> tokens = Files.walk(scene.state().tokens())) {
            for (Path token : tokens.filter(Files::isRegularFile).toList()) {
                Files.delete(token);
            }
        }
        scene.worker();

        assertThat(scene.result(run, SOON)).isEqualTo("delivery 2");
    }

    @Test
    void goesOnWithAWorkflowThatAKilledWorkerHadInItsCache() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub run = scene.start("wait", WorkerScene.key("sticky"), folder, "8000", Duration.ofMinutes(3));
        await().atMost(SOON).until(() -> hasTimer(run));

        first.kill9();
        scene.worker();

        assertThat(scene.result(run, Duration.ofSeconds(12))).isEqualTo("stepped");
    }

    @Test
    void goesOnWithAWorkflowThatAKilledWorkerHadInItsHands() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub run = scene.start("hang", WorkerScene.key("hang"), folder, "", Duration.ofMinutes(3));
        WorkerScene.awaitFile(folder.resolve("hangs"));

        first.kill9();
        Files.createFile(folder.resolve("go"));
        scene.worker();

        assertThat(scene.result(run, SOON)).isEqualTo("went on");
    }

    @Test
    void aSecondWorkerTakesOverFromTheFirst() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkerJvm second = scene.worker();
        assertThat(second.log()).contains("stands by");
        WorkflowStub run = scene.startProgram(WorkerScene.key("standby"), folder);
        WorkerScene.awaitFile(folder.resolve("starts"));

        first.kill9();
        Files.createFile(folder.resolve("go"));

        assertThat(scene.result(run, SOON)).isEqualTo("EXITED done");
        assertThat(WorkerScene.lines(folder.resolve("starts"))).isEqualTo(1);
        assertThat(second.log()).contains("took over");
    }

    @Test
    void cancelEndsTheWholeTree() throws Exception {
        Path folder = scene.folder();
        scene.worker();
        WorkflowStub run = scene.startProgram(WorkerScene.key("cancel"), folder);
        WorkerScene.awaitFile(folder.resolve("starts"));

        run.cancel();

        assertThatThrownBy(() -> scene.result(run, Duration.ofSeconds(20)))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(WorkerScene.lives(folder.resolve("parent"))).isFalse();
        assertThat(WorkerScene.lives(folder.resolve("child"))).isFalse();
    }

    @Test
    void cancelWithoutAWorkerIsDoneByTheNext() throws Exception {
        Path folder = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub run = scene.startProgram(WorkerScene.key("cancel"), folder);
        WorkerScene.awaitFile(folder.resolve("starts"));

        first.kill9();
        run.cancel();
        scene.worker();

        assertThatThrownBy(() -> scene.result(run, Duration.ofSeconds(20))).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(WorkerScene.lives(folder.resolve("child"))).isFalse();
    }

    @Test
    void terminateInTheServerEndsTheWholeTree() throws Exception {
        Path folder = scene.folder();
        scene.worker();
        WorkflowStub run = scene.startProgram(WorkerScene.key("terminate"), folder);
        WorkerScene.awaitFile(folder.resolve("starts"));

        run.terminate("by the test");

        await().atMost(Duration.ofSeconds(20)).until(() -> !WorkerScene.lives(folder.resolve("parent")));
        await().atMost(SOON).until(() -> !WorkerScene.lives(folder.resolve("child")));
        assertThat(run.describe().getStatus()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
    }

    @Test
    void termLeavesProgramsAndHandsOverTheRest() throws Exception {
        Path program = scene.folder();
        Path block = scene.folder();
        WorkerJvm first = scene.worker();
        WorkflowStub running = scene.startProgram(WorkerScene.key("term"), program);
        WorkflowStub blocked = scene.start("block", WorkerScene.key("term"), block, "", Duration.ofMinutes(3));
        WorkerScene.awaitFile(program.resolve("starts"));
        WorkerScene.awaitFile(block.resolve("deliveries"));
        Path record = WorkerFolder.of(scene.state(), WorkerJvm.ENGINE).root().resolve("worker.json");
        assertThat(record).content().contains("\"pid\":" + first.pid());

        Duration took = first.term();

        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(record).doesNotExist();
        assertThat(WorkerScene.lives(program.resolve("parent"))).isTrue();
        scene.worker();
        Files.createFile(program.resolve("go"));
        assertThat(scene.result(running, SOON)).isEqualTo("EXITED done");
        assertThat(scene.result(blocked, SOON)).isEqualTo("delivery 2");
        assertThat(WorkerScene.lines(program.resolve("starts"))).isEqualTo(1);
    }

    private boolean hasTimer(WorkflowStub run) {
        return scene.session().client().fetchHistory(run.getExecution().getWorkflowId()).getEvents().stream()
                .anyMatch(event -> event.hasTimerStartedEventAttributes());
    }

    private static int deliveries(WorkflowStub run) {
        return run.describe().getRawDescription().getPendingActivitiesList().stream()
                .mapToInt(activity -> activity.getAttempt())
                .max()
                .orElse(0);
    }
}
