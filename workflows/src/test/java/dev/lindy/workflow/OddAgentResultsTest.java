package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.UNIT;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activity.AgentResult;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.run.Outcome;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import io.temporal.client.WorkflowFailedException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read from an agent's output, no task is completed without a commit that its gates accepted. */
class OddAgentResultsTest {

    @RegisterExtension
    final Engine engine = new Engine();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void completeNoTaskWithoutACommitThatItsGatesAccepted(int seed) {
        Random random = new Random(seed);
        engine.plan(gates(task(1), UNIT));
        for (int attempt = 0; attempt < 6; attempt++) {
            AgentResult odd = odd(random);
            engine.world.agent(1, asked -> odd);
            engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.REJECTED, "no");
        }

        assertThatThrownBy(() -> engine.run(request(parallel(1)))).isInstanceOf(WorkflowFailedException.class);

        assertThat(engine.world.recorded(1).status()).isEqualTo(TaskStatus.FAILED);
    }

    private static AgentResult odd(Random random) {
        Outcome failure = List.<Outcome>of(new Outcome.AgentFailed("odd"), new Outcome.ContextExhausted("odd"))
                .get(random.nextInt(2));
        boolean failed = random.nextBoolean();
        return new AgentResult(
                failed ? failure : null,
                random.nextInt(3) == 0 ? null : "candidate",
                random.nextInt(3) == 0 ? null : "tip",
                random.nextBoolean(),
                "scripted",
                random.nextBoolean() ? null : "session",
                random.nextDouble(),
                random.nextBoolean() ? null : "af/task-1",
                List.of());
    }
}
