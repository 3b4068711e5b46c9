package dev.lindy.workflow;

import dev.lindy.activity.PlanAnswer;
import dev.lindy.activity.PlanPage;
import dev.lindy.activity.PlanPageRequest;
import dev.lindy.activity.PlanRequest;
import dev.lindy.activity.PlannedTask;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gets a valid plan: from the user's file, or from the planner, who is told what was wrong. */
final class PlanPhase {

    /** Either a plan or the reason why there is none. */
    record Planned(@Nullable ArtifactRef plan, @Nullable String reason, double costUsd) {}

    /** All tasks of a plan and what is known about them from earlier executions. */
    record Pages(List<PlannedTask> tasks, List<TaskState> states) {}

    private final GoalRequest request;
    private final ActivityStubs stubs;
    private final Consumer<RunHeader.Attention> awaitPerson;

    PlanPhase(GoalRequest request, ActivityStubs stubs, Consumer<RunHeader.Attention> awaitPerson) {
        this.request = request;
        this.stubs = stubs;
        this.awaitPerson = awaitPerson;
    }

    Planned plan() {
        Rework rework = new Rework(request.policy().attempts());
        List<String> problems = List.of();
        double cost = 0;
        int number = 1;
        int part = 0;
        int interruptions = 0;
        int transients = 0;
        while (true) {
            PlanAnswer answer = stubs.planner(summary(number))
                    .plan(new PlanRequest(request.run(), request.goal(), request.planFile(), number, part, problems));
            cost += answer.costUsd();
            if (answer.plan() != null) {
                return new Planned(answer.plan(), null, cost);
            }
            Outcome failure = answer.failure();
            Rework.Next next = failure == null
                    ? new Rework.Next.Again(false)
                    : rework.after(failure, List.of(), interruptions, transients, now());
            if (next instanceof Rework.Next.Repeat repeat) {
                interruptions += failure instanceof Outcome.Interrupted ? 1 : 0;
                transients += failure instanceof Outcome.Transient ? 1 : 0;
                part++;
                Workflow.sleep(repeat.delay());
            } else if (next instanceof Rework.Next.Hold hold) {
                part++;
                awaitPerson.accept(hold.attention());
            } else {
                problems = failure == null ? answer.problems() : List.of(failure.message());
                if (request.planFile() != null || number >= request.policy().maxPlanRequests()) {
                    return new Planned(null, String.join("; ", problems), cost);
                }
                number++;
                part = 0;
            }
        }
    }

    Pages read(ArtifactRef plan) {
        List<PlannedTask> tasks = new ArrayList<>();
        List<TaskState> states = new ArrayList<>();
        PlanPage page;
        do {
            page = stubs.plans("read plan").read(new PlanPageRequest(request.run(), plan, tasks.size()));
            tasks.addAll(page.tasks());
            states.addAll(page.states());
        } while (tasks.size() < page.total());
        return new Pages(tasks, states);
    }

    private String summary(int number) {
        String what = request.planFile() == null ? "plan" : "check plan";
        return what + (number > 1 ? " again (" + number + ")" : "") + ": " + request.title();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
