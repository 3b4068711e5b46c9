package dev.lindy.worker.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.run.RunId;
import dev.lindy.state.CancelRequest;
import dev.lindy.state.CancelRequests;
import dev.lindy.state.StateDirectory;
import dev.lindy.worker.engine.FakeOwnWorkflows;
import dev.lindy.worker.engine.OwnWorkflows.Waiting;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwedCancelsTest {

    private final FakeOwnWorkflows workflows = new FakeOwnWorkflows();
    private CancelRequests requests;
    private OwedCancels owed;

    @BeforeEach
    void leaveAWish(@TempDir Path state) {
        requests = new CancelRequests(new StateDirectory(state), "managed");
        requests.leave(new CancelRequest(
                RunId.of("0123abcd"), "lindy", "goal-0123abcd", Instant.parse("2026-11-01T12:00:00Z")));
        owed = new OwedCancels(requests, workflows);
    }

    @Test
    void keepsTheWishUntilTheRunHasEnded() {
        owed.deliver();
        owed.deliver();
        assertThat(requests.has("0123abcd")).isTrue();

        workflows.waiting = Waiting.CLOSED;
        owed.deliver();
        owed.deliver();

        assertThat(requests.has("0123abcd")).isFalse();
        assertThat(workflows.canceled).containsExactly("goal-0123abcd", "goal-0123abcd");
    }

    @Test
    void keepsTheWishWhereTheServerDoesNotAnswer() {
        workflows.waiting = Waiting.UNREACHABLE;

        owed.deliver();

        assertThat(requests.all()).hasSize(1);
    }
}
