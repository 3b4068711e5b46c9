package dev.lindy.workflow;

import dev.lindy.activity.AgentResult;
import dev.lindy.activity.Dispatch;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.PlannedTask;
import dev.lindy.activity.Polling;
import dev.lindy.activity.RunRef;
import dev.lindy.plan.ChangePolicy;
import dev.lindy.plan.TaskId;
import dev.lindy.plan.TaskSize;
import dev.lindy.policy.AttemptPolicy;
import dev.lindy.policy.RunPolicy;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunId;
import dev.lindy.run.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small plans, policies and answers to script runs with. */
final class Fixture {

    static final RunRef RUN = new RunRef(RunId.of("0a1b2c3d"), "shop-0a1b2c3d", "/project");
    static final ArtifactRef GOAL = new ArtifactRef("goal.md", "00", 7);
    static final ArtifactRef PLAN = new ArtifactRef("plan.json", "11", 42);
    static final String HOST_QUEUE = TaskQueues.host("test");

    static final PlannedGate LINT = new PlannedGate("lint-1", "lint", true, false, false, false);
    static final PlannedGate UNIT = new PlannedGate("command_check-1", "unit", true, false, true, false);
    static final PlannedGate STYLE = new PlannedGate("style-1", "style", false, false, false, false);
    static final PlannedGate BASE = new PlannedGate("command_check-2", "build", true, true, false, false);

    static final PlannedGate CI = new PlannedGate(
            "ci_check",
            "ci_check",
            true,
            false,
            false,
            false,
            new Polling(Duration.ofMinutes(40), Duration.ofSeconds(30)),
            0,
            false);

    private Fixture() {}

    static TaskId id(int number) {
        return TaskId.of(number);
    }

    static PlannedTask task(int number, int... dependsOn) {
        return new PlannedTask(
                id(number),
                "root",
                "task " + number,
                Arrays.stream(dependsOn).mapToObj(TaskId::of).toList(),
                0,
                TaskSize.MEDIUM,
                ChangePolicy.REQUIRED,
                List.of());
    }

    static PlannedTask module(PlannedTask task, String module) {
        return new PlannedTask(
                task.id(),
                module,
                task.title(),
                task.dependsOn(),
                task.priority(),
                task.size(),
                task.changes(),
                task.gates());
    }

    static PlannedTask priority(PlannedTask task, int priority) {
        return new PlannedTask(
                task.id(),
                task.module(),
                task.title(),
                task.dependsOn(),
                priority,
                task.size(),
                task.changes(),
                task.gates());
    }

    static PlannedTask size(PlannedTask task, TaskSize size) {
        return new PlannedTask(
                task.id(),
                task.module(),
                task.title(),
                task.dependsOn(),
                task.priority(),
                size,
                task.changes(),
                task.gates());
    }

    static PlannedTask changesOptional(PlannedTask task) {
        return new PlannedTask(
                task.id(),
                task.module(),
                task.title(),
                task.dependsOn(),
                task.priority(),
                task.size(),
                ChangePolicy.OPTIONAL,
                task.gates());
    }

    static PlannedTask gates(PlannedTask task, PlannedGate... gates) {
        return new PlannedTask(
                task.id(),
                task.module(),
                task.title(),
                task.dependsOn(),
                task.priority(),
                task.size(),
                task.changes(),
                List.of(gates));
    }

    /** Tasks 1 to n that wait for nothing. */
    static List<PlannedTask> wide(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Fixture::task).toList();
    }

    static RunPolicy parallel(int places) {
        return new RunPolicy(places, Map.of(), false, 3, AttemptPolicy.defaults());
    }

    static RunPolicy approving() {
        return new RunPolicy(3, Map.of(), true, 3, AttemptPolicy.defaults());
    }

    static GoalRequest request(RunPolicy policy) {
        return new GoalRequest(RUN, "build a shop", GOAL, null, null, null, policy, HOST_QUEUE, "shop", false);
    }

    static GoalRequest resumed(RunPolicy policy) {
        return new GoalRequest(RUN, "build a shop", GOAL, null, null, null, policy, HOST_QUEUE, "shop", true);
    }

    static GoalRequest withPlanFile(RunPolicy policy) {
        return new GoalRequest(RUN, "build a shop", GOAL, PLAN, null, null, policy, HOST_QUEUE, "shop", false);
    }

    static AgentResult worked(Dispatch request) {
        String candidate = "candidate-" + request.task().value() + "." + request.attempt();
        return result(request, null, candidate, true);
    }

    static AgentResult unchanged(Dispatch request) {
        return result(request, null, "tip", false);
    }

    static AgentResult ended(Dispatch request, Outcome how) {
        return result(request, how, null, false);
    }

    private static AgentResult result(Dispatch request, Outcome failure, String candidate, boolean changed) {
        return new AgentResult(
                failure,
                candidate,
                candidate == null ? null : "tip",
                changed,
                "scripted",
                request.session(),
                0.25,
                "af/" + request.task(),
                List.of());
    }

    static GateVerdict verdict(String gate, Verdict verdict, String summary) {
        return new GateVerdict(gate, verdict, true, summary, "gates/" + gate + ".txt");
    }
}
