package dev.lindy.worker.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.ProcessIdentity;
import dev.lindy.worker.engine.FakeOwnWorkflows;
import dev.lindy.worker.engine.FakeTokenClient;
import dev.lindy.worker.engine.OwnWorkflows.AtWork;
import dev.lindy.worker.engine.TaskLedger.Kind;
import dev.lindy.worker.engine.TaskLedger.Task;
import dev.lindy.worker.engine.TokenClient.Reply;
import dev.lindy.worker.token.Adoption.ProgramClaim;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionTest {

    private static final ProcessIdentity SELF = ProcessIdentity.current();
    private static final ProcessIdentity DEAD = new ProcessIdentity(SELF.pid(), "another boot/1");

    @TempDir
    Path folder;

    private final FakeTokenClient client = new FakeTokenClient();
    private final FakeOwnWorkflows workflows = new FakeOwnWorkflows();
    private final List<ProgramClaim> programs = new ArrayList<>();
    private TokenStore tokens;
    private Adoption adoption;

    @BeforeEach
    void build() {
        tokens = new TokenStore(folder);
        adoption = new Adoption(tokens, client, workflows, () -> programs, "dead"::equals);
    }

    @Test
    void hasWhatDeadWorkersHadAtWorkDeliveredAgainAtOnce() {
        put("dead", "shop-1", DEAD);

        adoption.takeOver();

        assertThat(client.calls).containsExactly("fail dead WORKER_ENDING");
        assertThat(client.failures.get(0).getNextRetryDelay()).isEqualTo(Duration.ofMillis(1));
        assertThat(tokens.all()).isEmpty();
    }

    @Test
    void leavesLivingWorkersAlone() {
        put("alive", "shop-1", SELF);

        adoption.takeOver();
        adoption.sweep();

        assertThat(client.calls).isEmpty();
        assertThat(tokens.all()).hasSize(1);
    }

    @Test
    void leavesActivitiesThatWaitForAProgram() {
        put("waits", "shop-1.task-1", DEAD);
        programs.add(new ProgramClaim("shop-1.task-1", "1", "waits"));

        adoption.takeOver();
        adoption.sweep();

        assertThat(client.calls).isEmpty();
        assertThat(tokens.all()).hasSize(1);
    }

    @Test
    void hasActivitiesDeliveredAgainWhoseTokenTheirDeadWorkerCouldNotKeep() {
        workflows.open.add("shop-1.task-1");
        workflows.atWork.add(new AtWork("shop-1.task-1", "run", "merge", "dead"));
        workflows.atWork.add(new AtWork("shop-1.task-1", "run", "gate", "alive"));
        workflows.atWork.add(new AtWork("shop-1.task-1", "run", "agent", "dead"));
        programs.add(new ProgramClaim("shop-1.task-1", "agent", "token of the agent"));

        adoption.takeOver();

        assertThat(workflows.failed).containsExactly("merge");
    }

    @Test
    void makesWorkflowsForgetTheDeadWorker() {
        put("dead", "shop-1.task-3", DEAD);
        programs.add(new ProgramClaim("blog-2.task-1", "1", "waits"));
        workflows.open.add("cafe-3");

        adoption.takeOver();

        assertThat(workflows.forgotten)
                .containsExactlyInAnyOrder("shop-1.task-3", "shop-1", "blog-2.task-1", "blog-2", "cafe-3");
    }

    @Test
    void triesAgainLaterWhereNobodyAnswers() {
        put("dead", "shop-1", DEAD);
        client.answer("fail", Reply.UNREACHABLE);
        adoption.takeOver();
        assertThat(tokens.all()).hasSize(1);

        client.answer("fail", Reply.GONE);
        adoption.sweep();

        assertThat(tokens.all()).isEmpty();
    }

    @Test
    void asksNobodyWhereNobodyDied() {
        put("alive", "shop-1", SELF);

        adoption.sweep();

        assertThat(workflows.forgotten).isEmpty();
    }

    @Test
    void hasWorkflowTasksOfDeadWorkersGivenToOthers() {
        put(Kind.WORKFLOW_TASK, "dead", "shop-1", DEAD);

        adoption.sweep();

        assertThat(client.calls).containsExactly("release dead");
        assertThat(tokens.all()).isEmpty();
    }

    private void put(String token, String workflowId, ProcessIdentity worker) {
        put(Kind.ACTIVITY, token, workflowId, worker);
    }

    private void put(Kind kind, String token, String workflowId, ProcessIdentity worker) {
        tokens.put(new TokenRecord(
                new Task(kind, token, workflowId, "run", "1", "Run.Open", 1),
                "lindy",
                worker.pid(),
                worker.startTime(),
                Instant.now()));
    }
}
