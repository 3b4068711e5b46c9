package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** kill -9 for one agent, for its launcher, and for both, while another agent works. */
class KillAgentIT extends SharedEngine {

    /** The agent that is killed; the other one works on beside it. */
    private static final int VICTIM = 1;

    private static final int OTHER = 2;
    private static final int INTERRUPTIONS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(8);

    @Test
    void aKilledAgentIsResumedInItsSession() {
        String run = twoAgents();

        Instant killed = Instant.now();
        Pids.kill(starts.pids(VICTIM).get(0));
        starts.awaitCount(VICTIM, 2);
        Measured.tell("killed agent resumed", Duration.between(killed, starts.time(VICTIM)));

        completes(run);
        assertResumedOnceInOneAttempt(run);
    }

    @Test
    void anAgentGoesOnWithoutItsLauncher() {
        String run = twoAgents();

        Pids.kill(launcherOf(run, VICTIM));

        completes(run);
        assertThat(starts.count(VICTIM)).isEqualTo(1);
        assertOneAttempt(run, VICTIM);
        assertOtherUnaffected(run);
    }

    @Test
    void anAgentKilledWithItsLauncherIsResumedInItsSession() {
        String run = twoAgents();

        Set<Long> both = new HashSet<>(launcherOf(run, VICTIM));
        both.addAll(starts.pids(VICTIM));
        Instant killed = Instant.now();
        Pids.kill(both);
        starts.awaitCount(VICTIM, 2);
        Measured.tell("agent resumed that was killed with its launcher", Duration.between(killed, starts.time(VICTIM)));

        completes(run);
        assertResumedOnceInOneAttempt(run);
    }

    @Test
    void interruptionsAreBoundedAndThenCountAsFailure() {
        String run = twoAgents();

        for (int start = 1; start <= INTERRUPTIONS + 1; start++) {
            starts.awaitCount(VICTIM, start);
            Pids.kill(starts.pids(VICTIM).get(start - 1));
        }
        starts.awaitCount(VICTIM, INTERRUPTIONS + 2);
        completes(run);

        JsonNode attempts = attempts(run, VICTIM);
        assertThat(attempts).hasSize(2);
        assertThat(attempts.at("/0/outcome").asText()).isEqualTo("agent_failed");
        assertThat(attempts.at("/1/outcome").asText()).isEqualTo("accepted");
        assertThat(starts.of(VICTIM)).hasSize(INTERRUPTIONS + 2);
        assertThat(sessions(VICTIM)).hasSize(1);
        assertOtherUnaffected(run);
    }

    /** What it had said until then is kept (W-31). */
    @Test
    void theHardLimitHoldsWithoutALauncher() {
        project = GitProject.named(home, "limited", "generator:", "  timeout_seconds: " + LIMIT.toSeconds());
        String run = twoAgents();
        starts.release(OTHER);
        long agent = starts.pids(VICTIM).get(0);

        Instant killed = Instant.now();
        Pids.kill(launcherOf(run, VICTIM));
        starts.awaitCount(VICTIM, 2);
        Measured.tell(
                "agent without launcher ended at its limit of " + LIMIT.toSeconds() + " s and started again",
                Duration.between(killed, starts.time(VICTIM)));

        assertThat(Pids.lives(agent)).isFalse();
        completes(run);
        assertThat(attempts(run, VICTIM).at("/0/outcome").asText()).isEqualTo("timed_out");
        assertThat(home.state().resolve("runs/" + run + "/tasks/" + VICTIM + "/1/transcript.jsonl"))
                .content()
                .contains("session_id");
        assertThat(sessions(VICTIM)).hasSize(1);
        assertOtherUnaffected(run);
    }

    private String twoAgents() {
        String run = home.detached(
                project.root(), "-p", project.plan(starts.task(VICTIM, "api"), starts.task(OTHER, "web")));
        starts.await(VICTIM, OTHER);
        return run;
    }

    private void completes(String run) {
        starts.release(VICTIM, OTHER);
        Result watched = home.run(project.root(), "watch", run);
        assertThat(watched.exit()).as(watched.toString()).isZero();
        assertThat(home.livePrograms()).isEmpty();
    }

    private Set<Long> launcherOf(String run, int task) {
        Set<Long> found = home.launcherPids(run, task);
        assertThat(found).as("launcher of task-%d", task).isNotEmpty();
        return found;
    }

    private void assertResumedOnceInOneAttempt(String run) {
        assertThat(starts.of(VICTIM)).hasSize(2);
        assertThat(sessions(VICTIM)).hasSize(1);
        assertOneAttempt(run, VICTIM);
        assertOtherUnaffected(run);
    }

    private void assertOtherUnaffected(String run) {
        assertThat(starts.of(OTHER)).hasSize(1);
        assertOneAttempt(run, OTHER);
    }

    private void assertOneAttempt(String run, int task) {
        JsonNode attempts = attempts(run, task);
        assertThat(attempts).hasSize(1);
        assertThat(attempts.at("/0/outcome").asText()).isEqualTo("accepted");
    }

    private JsonNode attempts(String run, int task) {
        return home.json("show", run).path("tasks").path(task - 1).path("attempts");
    }

    private List<String> sessions(int task) {
        return starts.of(task).stream().map(Starts.Entry::session).distinct().toList();
    }
}
