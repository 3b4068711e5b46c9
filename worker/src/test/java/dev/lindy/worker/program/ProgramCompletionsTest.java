package dev.lindy.worker.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.lindy.activities.ProgramReader;
import dev.lindy.activities.failure.LindyException;
import dev.lindy.failure.FailureType;
import dev.lindy.process.ProcessIdentity;
import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramEnd.Reason;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramListener.Answer;
import dev.lindy.process.ProgramOwner;
import dev.lindy.process.ProgramPulse;
import dev.lindy.process.ProgramRecord;
import dev.lindy.process.ProgramSpec;
import dev.lindy.run.RunId;
import dev.lindy.state.CancelRequest;
import dev.lindy.state.CancelRequests;
import dev.lindy.state.StateDirectory;
import dev.lindy.worker.engine.FakeOwnWorkflows;
import dev.lindy.worker.engine.FakeTokenClient;
import dev.lindy.worker.engine.OwnWorkflows.Waiting;
import dev.lindy.worker.engine.TaskLedger.Kind;
import dev.lindy.worker.engine.TaskLedger.Task;
import dev.lindy.worker.engine.TokenClient.Reply;
import dev.lindy.worker.token.TokenRecord;
import dev.lindy.worker.token.TokenStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramCompletionsTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final ProgramPulse PULSE = new ProgramPulse(false, 42L, NOON, NOON.plusMillis(1_500), 1_000);

    @TempDir
    Path folder;

    private final FakeTokenClient client = new FakeTokenClient();
    private final FakeOwnWorkflows workflows = new FakeOwnWorkflows();
    private Instant now = NOON;
    private ProgramReader reader = (record, end) -> "read " + end.reason();
    private TokenStore tokens;
    private ProgramCompletions completions;

    @BeforeEach
    void build() {
        tokens = new TokenStore(folder.resolve("tokens"));
        completions = new ProgramCompletions(
                client,
                workflows,
                tokens,
                Map.of("agent", (record, end) -> reader.read(record, end)),
                new Strays(Duration.ofMinutes(5), () -> now),
                new CancelRequests(new StateDirectory(folder), "managed"));
    }

    @Test
    void tellsTheOwnerHowItsProgramDoes() {
        assertThat(completions.alive(record(), PULSE)).isEqualTo(Answer.CONTINUE);

        assertThat(client.calls).containsExactly("heartbeat dG9rZW4=");
        assertThat(client.details).containsExactly(new PulseDetails("running", 42L, NOON, NOON.plusSeconds(1), 1_000L));
    }

    @Test
    void endsTheProgramWhenCancellationWasRequested() {
        client.answer("heartbeat", Reply.CANCEL_REQUESTED);

        assertThat(completions.alive(record(), PULSE)).isEqualTo(Answer.END);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, UNKNOWN",
        "NOT_PENDING, UNKNOWN",
        "UNKNOWN, UNKNOWN",
        "UNREACHABLE, UNKNOWN",
        "CLOSED, END",
    })
    void asksForTheWorkflowBeforeItEndsAProgram(Waiting waiting, Answer answer) {
        client.answer("heartbeat", Reply.GONE);
        workflows.waiting = waiting;

        assertThat(completions.alive(record(), PULSE)).isEqualTo(answer);
    }

    @Test
    void endsAProgramThatNobodyHasWaitedForForLong() {
        client.answer("heartbeat", Reply.GONE);
        workflows.waiting = Waiting.NOT_PENDING;

        assertThat(completions.alive(record(), PULSE)).isEqualTo(Answer.UNKNOWN);
        now = NOON.plus(Duration.ofMinutes(4));
        assertThat(completions.alive(record(), PULSE)).isEqualTo(Answer.UNKNOWN);
        now = NOON.plus(Duration.ofMinutes(6));
        assertThat(completions.alive(record(), PULSE)).isEqualTo(Answer.END);
    }

    @Test
    void forgetsThatNobodyWaitedOnceSomebodyDoes() {
        client.answer("heartbeat", Reply.GONE);
        workflows.waiting = Waiting.NOT_PENDING;
        completions.alive(record(), PULSE);
        client.answer("heartbeat", Reply.OK);
        completions.alive(record(), PULSE);
        client.answer("heartbeat", Reply.GONE);

        now = NOON.plus(Duration.ofMinutes(6));

        assertThat(completions.alive(record(), PULSE)).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void keepsTheProgramWhileNobodyAnswers() {
        client.answer("heartbeat", Reply.UNREACHABLE);

        assertThat(completions.alive(record(), PULSE)).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void deliversWhatTheReaderFound() {
        remember("dG9rZW4=");

        completions.ended(record(), end(Reason.EXITED));

        assertThat(client.calls).containsExactly("heartbeat dG9rZW4=", "complete dG9rZW4= \"read EXITED\"");
        assertThat(tokens.all()).isEmpty();
    }

    @Test
    void doesNotReadWhileNobodyAnswers() {
        client.answer("heartbeat", Reply.UNREACHABLE);
        reader = (record, end) -> {
            throw new AssertionError("read in vain");
        };

        assertThatThrownBy(() -> completions.ended(record(), end(Reason.EXITED)))
                .isInstanceOf(NotDeliveredException.class);
    }

    @Test
    void isToldAgainWhereTheDeliveryWasLost() {
        remember("dG9rZW4=");
        client.answer("complete", Reply.UNREACHABLE);

        assertThatThrownBy(() -> completions.ended(record(), end(Reason.EXITED)))
                .isInstanceOf(NotDeliveredException.class);
        assertThat(tokens.all()).hasSize(1);
    }

    @Test
    void leavesTheEndToTheNextActivityAttemptWhereThisOneIsGone() {
        client.answer("heartbeat", Reply.GONE);

        completions.ended(record(), end(Reason.EXITED));

        assertThat(client.calls).containsExactly("heartbeat dG9rZW4=");
    }

    @Test
    void reportsACancellationWithoutReading() {
        completions.ended(record(), end(Reason.CANCELED));

        assertThat(client.calls).containsExactly("heartbeat dG9rZW4=", "canceled dG9rZW4=");
    }

    @Test
    void readsWhatWasCanceledByTheCommandLineAlone() {
        client.answer("canceled", Reply.REFUSED);

        completions.ended(record(), end(Reason.CANCELED));

        assertThat(client.calls).last().isEqualTo("complete dG9rZW4= \"read CANCELED\"");
    }

    @Test
    void waitsForTheCancellationOfARunThatIsToBeCanceled() {
        CancelRequests requests = new CancelRequests(new StateDirectory(folder), "managed");
        requests.leave(new CancelRequest(RunId.of("0123abcd"), "lindy", "goal-0123abcd", NOON));
        client.answer("canceled", Reply.REFUSED);

        assertThatThrownBy(() -> completions.ended(record(), end(Reason.CANCELED)))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessageContaining("is being canceled");

        requests.withdraw(RunId.of("0123abcd"));
        completions.ended(record(), end(Reason.CANCELED));
        assertThat(client.calls).last().isEqualTo("complete dG9rZW4= \"read CANCELED\"");
    }

    @Test
    void turnsAFailureOfReadingIntoItsType() {
        reader = (record, end) -> {
            throw new LindyException(FailureType.WORKSPACE_UNUSABLE, "no worktree", "");
        };

        completions.ended(record(), end(Reason.EXITED));

        assertThat(client.calls).last().isEqualTo("fail dG9rZW4= WORKSPACE_UNUSABLE");
        assertThat(client.failures.get(0).isNonRetryable()).isTrue();
    }

    @Test
    void refusesAResultThatIsTooLarge() {
        reader = (record, end) -> "x".repeat(300_000);

        completions.ended(record(), end(Reason.EXITED));

        assertThat(client.calls).last().isEqualTo("fail dG9rZW4= RESULT_TOO_LARGE");
    }

    @Test
    void saysThatItDoesNotKnowAKindOfProgram() {
        completions.ended(record("oracle"), end(Reason.EXITED));

        assertThat(client.calls).last().isEqualTo("fail dG9rZW4= REQUEST_INVALID");
        assertThat(client.failures.get(0).getOriginalMessage()).contains("`oracle`");
    }

    private void remember(String token) {
        ProcessIdentity self = ProcessIdentity.current();
        tokens.put(new TokenRecord(
                new Task(Kind.ACTIVITY, token, "goal", "run", "1", "Agent.Dispatch", 1),
                "lindy",
                self.pid(),
                self.startTime(),
                NOON));
    }

    private ProgramRecord record() {
        return record("agent");
    }

    private ProgramRecord record(String kind) {
        ProgramSpec spec = new ProgramSpec(
                new ProgramKey("run.1.1"),
                kind,
                List.of("true"),
                folder,
                Map.of(),
                null,
                folder.resolve("out"),
                folder.resolve("err"),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                null,
                new ProgramOwner("lindy", "goal.task-1", "run", "7", "dG9rZW4=", 1),
                Map.of("run", "0123abcd"),
                NullNode.getInstance());
        return new ProgramRecord(spec, folder, NOON, 42L);
    }

    private static ProgramEnd end(Reason reason) {
        return new ProgramEnd(reason, 0, NOON, NOON.plusSeconds(9), "");
    }
}
