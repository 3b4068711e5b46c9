package dev.lindy.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.ChangePolicy;
import dev.lindy.plan.TaskId;
import dev.lindy.plan.TaskSize;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader.Attention;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoalDetailsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final GoalRequest request = Fixture.request(Fixture.parallel(1));
    private final RunProgress progress = new RunProgress(request, NOW);

    @BeforeEach
    void run() {
        progress.phase(RunStatus.RUNNING);
    }

    @Test
    void tellsTheGoalAndWhatToTypeFromTheStart() {
        String text = GoalDetails.atStart(request, "Build a shop:\n\n- with *tea*\n- and ```coffee```");

        assertThat(text)
                .contains("Build a shop:  \n\n- with \\*tea\\*  \n- and \\`\\`\\`coffee\\`\\`\\`  \n")
                .contains("`lindy show 0a1b2c3d`", "`lindy watch 0a1b2c3d`", "`lindy resume 0a1b2c3d`", "`/project`");
    }

    @Test
    void keepsAHugeGoalBelowTheLimitOfTheServer() {
        String text = GoalDetails.atStart(request, "😀\n".repeat(50_000));

        assertThat(bytes(text)).isLessThan(20_000);
        assertThat(text).contains("…\n").contains("`lindy show 0a1b2c3d`");
    }

    @Test
    void saysWhereEachTaskStandsAndWhyOneFailed() {
        List<PlannedTask> tasks = List.of(titled(1, "Sell tea"), titled(2, "Sell coffee"), titled(3, "Sell milk", 2));
        TaskState done = TaskState.pending(Fixture.id(1))
                .withAttempt(attempt(1, new Outcome.NoChange("nothing")))
                .withAttempt(attempt(2, new Outcome.Accepted()))
                .completed("abc");
        TaskState failed = TaskState.pending(Fixture.id(2))
                .withAttempt(attempt(1, new Outcome.AgentFailed("no")))
                .withStatus(TaskStatus.FAILED, "rejected by gate unit: *3* of 9 failed");

        String text = GoalDetails.of(progress.header(), tasks, states(done, failed));

        assertThat(text)
                .contains("### build a shop\n")
                .contains("**running** · 1 of 3 tasks completed, 1 failed · $0.03\n")
                .contains("**task-1** root: Sell tea · completed at attempt 2\n")
                .contains("**task-2** root: Sell coffee · failed: rejected by gate unit: \\*3\\* of 9 failed\n")
                .contains("**task-3** root: Sell milk · pending, after task-2\n")
                .contains("- `lindy retry 0a1b2c3d 2`: give task-2 fresh attempts\n");
    }

    @Test
    void saysWhatAPersonHasToDo() {
        progress.paused(new Attention("the agent `x` is not logged in", "log in with `x login`"));

        assertThat(GoalDetails.of(progress.header(), List.of(), TaskState::pending))
                .contains("**paused**")
                .contains("**Needs you:** the agent \\`x\\` is not logged in; log in with \\`x login\\`")
                .contains("- `lindy resume 0a1b2c3d`: go on\n");
    }

    @Test
    void saysWhatToTypeAfterTheEnd() {
        progress.ended(RunStatus.FAILED, NOW);
        assertThat(GoalDetails.of(progress.header(), List.of(), TaskState::pending))
                .contains("- `lindy resume 0a1b2c3d`: try again what did not complete\n")
                .doesNotContain("lindy retry");

        progress.ended(RunStatus.COMPLETED, NOW);
        assertThat(GoalDetails.of(progress.header(), List.of(), TaskState::pending))
                .contains("- `lindy report 0a1b2c3d`: what was done\n");
    }

    @Test
    void showsOfALargePlanWhatIsInTrouble() {
        List<PlannedTask> tasks = Fixture.wide(1_000);
        TaskState failed = TaskState.pending(Fixture.id(999)).withStatus(TaskStatus.FAILED, "no");

        String text = GoalDetails.of(progress.header(), tasks, states(failed));

        assertThat(text).contains("**task-999**").contains("- and 900 more\n");
        assertThat(text.lines().filter(line -> line.contains("**task-"))).hasSize(100);
    }

    @Test
    void staysBelowTheLimitOfTheUiWhateverTheTitlesAre() {
        List<PlannedTask> tasks = new ArrayList<>();
        for (int id = 1; id <= 100; id++) {
            tasks.add(titled(id, "😀".repeat(100)));
        }

        String text = GoalDetails.of(progress.header(), tasks, TaskState::pending);

        assertThat(bytes(text)).isBetween(15_000, 20_000);
        assertThat(text).contains(" more\n");
    }

    private static Attempt attempt(int number, Outcome outcome) {
        return new Attempt(number, 0, "scripted", null, NOW, NOW, 0.01, outcome, null, List.of());
    }

    private static PlannedTask titled(int id, String title, int... after) {
        PlannedTask task = Fixture.task(id, after);
        return new PlannedTask(
                task.id(), "root", title, task.dependsOn(), 0, TaskSize.SMALL, ChangePolicy.REQUIRED, List.of());
    }

    private static Function<TaskId, TaskState> states(TaskState... known) {
        Map<TaskId, TaskState> byId = new LinkedHashMap<>();
        for (TaskState state : known) {
            byId.put(state.id(), state);
        }
        return id -> byId.getOrDefault(id, TaskState.pending(id));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
