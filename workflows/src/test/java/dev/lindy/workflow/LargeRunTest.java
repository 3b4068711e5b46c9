package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.Plan;
import dev.lindy.run.RunResult;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The largest plan that is let in stays within what Temporal carries. */
class LargeRunTest {

    private static final int MAX_PAYLOAD = 256 * 1024;
    private static final int MAX_HISTORY = 50 * 1024 * 1024;
    private static final int MAX_EVENTS = 51_200;

    @RegisterExtension
    final Engine engine = new Engine();

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void completesAThousandTasksWithinTheLimits() {
        List<PlannedTask> tasks = new ArrayList<>();
        for (int number = 1; number <= Plan.MAX_TASKS; number++) {
            tasks.add(number <= 10 ? task(number) : task(number, number - 10));
        }
        engine.world.plan(tasks);

        RunResult result = engine.run(request(parallel(8)));

        assertThat(result.completed()).isEqualTo(Plan.MAX_TASKS);
        List<HistoryEvent> events = engine.history(Fixture.RUN.workflowId()).getEvents();
        long bytes = events.stream().mapToLong(HistoryEvent::getSerializedSize).sum();
        assertThat(events.size()).isLessThan(MAX_EVENTS * 3 / 4);
        assertThat(bytes).isLessThan(MAX_HISTORY / 2);
        // an event holds at most a few payloads, so none is larger than its event
        assertThat(events)
                .extracting(HistoryEvent::getSerializedSize)
                .allSatisfy(size -> assertThat(size).isLessThan(MAX_PAYLOAD));
    }
}
