package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.module;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.priority;
import static dev.lindy.workflow.Fixture.size;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.TaskId;
import dev.lindy.plan.TaskSize;
import dev.lindy.policy.AttemptPolicy;
import dev.lindy.policy.RunPolicy;
import dev.lindy.run.TaskStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTest {

    private final Map<TaskId, TaskStatus> statuses = new LinkedHashMap<>();

    @Test
    void admitsNoMoreThanThereArePlaces() {
        assertThat(admit(parallel(2), task(1), task(2), task(3))).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORKING", "GATING", "INTEGRATING"})
    void countsWhatIsAtWork(TaskStatus atWork) {
        set(1, atWork);

        assertThat(admit(parallel(2), task(1), task(2), task(3))).containsExactly(2);
    }

    @Test
    void waitsForEveryDependencyToComplete() {
        set(1, TaskStatus.COMPLETED);
        set(2, TaskStatus.INTEGRATING);

        assertThat(admit(parallel(5), task(1), task(2), task(3, 1, 2), task(4, 1)))
                .containsExactly(4);
    }

    @Test
    void prefersPriorityToTheLongestPathToThePlanOrder() {
        PlannedTask[] plan = {
            task(1), task(2), size(task(3), TaskSize.LARGE), task(4, 2), task(5, 4), task(6, 5), priority(task(7), 1),
        };

        assertThat(admit(parallel(9), plan)).containsExactly(7, 2, 3, 1);
    }

    @Test
    void keepsToTheLimitOfAModuleWithoutStarvingOthers() {
        RunPolicy policy = new RunPolicy(3, Map.of("api", 1), false, 3, AttemptPolicy.defaults());

        List<Integer> admitted = admit(
                policy,
                priority(module(task(1), "api"), 9),
                priority(module(task(2), "api"), 8),
                module(task(3), "web"),
                module(task(4), "web"));

        assertThat(admitted).containsExactly(1, 3, 4);
    }

    @Test
    void countsTheTasksOfAModuleThatAreAtWork() {
        RunPolicy policy = new RunPolicy(3, Map.of("api", 1), false, 3, AttemptPolicy.defaults());
        set(1, TaskStatus.GATING);

        assertThat(admit(policy, module(task(1), "api"), module(task(2), "api")))
                .isEmpty();
    }

    @Test
    void runsEveryPlanToItsEndWithinItsLimits() {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<PlannedTask> plan = randomPlan(random);
            RunPolicy policy =
                    new RunPolicy(1 + random.nextInt(5), Map.of("m0", 1, "m1", 2), false, 3, AttemptPolicy.defaults());
            assertRunsToTheEnd(plan, policy, random, "seed " + seed + ", round " + round);
        }
    }

    private void assertRunsToTheEnd(List<PlannedTask> plan, RunPolicy policy, Random random, String where) {
        statuses.clear();
        Scheduler scheduler = new Scheduler(plan, policy);
        List<PlannedTask> working = new ArrayList<>();
        int done = 0;
        while (done < plan.size()) {
            for (PlannedTask admitted : scheduler.admit(this::status)) {
                set(admitted.id().value(), TaskStatus.WORKING);
                working.add(admitted);
            }
            assertThat(working).as(where).isNotEmpty().hasSizeLessThanOrEqualTo(policy.maxParallel());
            policy.moduleConcurrency()
                    .forEach((module, limit) -> assertThat(working.stream()
                                    .filter(task -> task.module().equals(module)))
                            .as(where)
                            .hasSizeLessThanOrEqualTo(limit));
            PlannedTask ended = working.remove(random.nextInt(working.size()));
            set(ended.id().value(), TaskStatus.COMPLETED);
            done++;
        }
    }

    private static List<PlannedTask> randomPlan(Random random) {
        List<PlannedTask> plan = new ArrayList<>();
        for (int number = 1; number <= 30; number++) {
            PlannedTask next =
                    number > 1 && random.nextBoolean() ? task(number, 1 + random.nextInt(number - 1)) : task(number);
            plan.add(module(next, "m" + random.nextInt(3)));
        }
        return plan;
    }

    private List<Integer> admit(RunPolicy policy, PlannedTask... plan) {
        return new Scheduler(List.of(plan), policy)
                .admit(this::status).stream().map(task -> task.id().value()).toList();
    }

    private void set(int task, TaskStatus status) {
        statuses.put(TaskId.of(task), status);
    }

    private TaskStatus status(TaskId id) {
        return statuses.getOrDefault(id, TaskStatus.PENDING);
    }
}
