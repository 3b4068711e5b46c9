package dev.lindy.worker.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.ProcessIdentity;
import dev.lindy.worker.engine.FakeTokenClient;
import dev.lindy.worker.engine.TaskLedger.Kind;
import dev.lindy.worker.engine.TaskLedger.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenJournalTest {

    private static final ProcessIdentity SELF = new ProcessIdentity(4711, "boot/1");

    @TempDir
    Path folder;

    private final FakeTokenClient client = new FakeTokenClient();
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    private TokenStore tokens;
    private TokenJournal journal;
    private LostResults results;

    @BeforeEach
    void build() {
        tokens = new TokenStore(folder);
        journal = new TokenJournal(tokens, "lindy", SELF, () -> now);
        results = new LostResults(journal, client, () -> now);
    }

    @Test
    void keepsATaskFromItsArrivalToItsAnswer() {
        journal.received(task(Kind.ACTIVITY, "a"));
        assertThat(tokens.all())
                .containsExactly(new TokenRecord(task(Kind.ACTIVITY, "a"), "lindy", 4711, "boot/1", now));

        journal.returned("a");
        assertThat(tokens.all()).hasSize(1);

        journal.settled("a");
        assertThat(tokens.all()).isEmpty();
    }

    @Test
    void keepsTheTokenOfAnActivityThatWaitsForAProgram() {
        journal.received(task(Kind.ACTIVITY, "a"));

        journal.waits("a");
        results.giveBack(Duration.ZERO);

        assertThat(tokens.all()).hasSize(1);
        assertThat(client.calls).isEmpty();
    }

    @Test
    void hasAnActivityDeliveredAgainWhoseResultWasLost() {
        journal.received(task(Kind.ACTIVITY, "a"));
        journal.returned("a");

        now = now.plusSeconds(60);
        results.recover();
        assertThat(client.calls).isEmpty();

        now = now.plusSeconds(20);
        results.recover();
        assertThat(client.calls).containsExactly("fail a WORKER_ENDING");
    }

    @Test
    void leavesLongActivitiesAndAnsweredOnesAlone() {
        journal.received(task(Kind.ACTIVITY, "long"));
        journal.received(task(Kind.ACTIVITY, "answered"));
        journal.returned("answered");
        journal.settled("answered");

        now = now.plusSeconds(3_600);
        results.recover();

        assertThat(client.calls).isEmpty();
    }

    @Test
    void givesBackWhatIsAtWorkAndNothingElse() {
        journal.received(task(Kind.ACTIVITY, "at work"));
        journal.received(task(Kind.ACTIVITY, "returned"));
        journal.returned("returned");
        journal.received(task(Kind.WORKFLOW_TASK, "workflow"));

        results.giveBack(Duration.ofMillis(500));

        assertThat(client.calls).containsExactly("fail at work WORKER_ENDING");
        assertThat(client.failures.get(0).getNextRetryDelay()).isEqualTo(Duration.ofMillis(500));
    }

    private static Task task(Kind kind, String token) {
        return new Task(kind, token, "goal", "run", "1", "Run.Open", 1);
    }
}
