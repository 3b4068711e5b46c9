package dev.lindy.workflow;

import dev.lindy.activity.PlanAnswer;
import dev.lindy.activity.PlanPage;
import dev.lindy.activity.PlanPageRequest;
import dev.lindy.activity.PlanRequest;
import dev.lindy.activity.PlannedTask;
import dev.lindy.failure.FailureType;
import dev.lindy.policy.RunPolicy;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.Stop;
import dev.lindy.run.TaskState;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gets a valid plan: from the user's file, or from the planner, who is told what was wrong. */
final class PlanPhase {

    private final GoalRequest request;
    private final ActivityStubs stubs;
    private final RunProgress progress;
    private final Consumer<RunHeader.Attention> awaitPerson;

    private int number = 1;
    private int part;
    private int interruptions;
    private int transients;

    PlanPhase(
            GoalRequest request, ActivityStubs stubs, RunProgress progress, Consumer<RunHeader.Attention> awaitPerson) {
        this.request = request;
        this.stubs = stubs;
        this.progress = progress;
        this.awaitPerson = awaitPerson;
    }

    /**
     * Asks until there is a valid plan.
     *
     * @throws ApplicationFailure of type {@code PLAN_INVALID} where there is none in the end
     */
    ArtifactRef plan() {
        Rework rework = new Rework(request.policy().attempts());
        List<String> problems = List.of();
        while (true) {
            Workflow.await(() -> !progress.isPaused());
            PlanAnswer answer = stubs.planner(summary())
                    .plan(new PlanRequest(request.run(), request.goal(), request.planFile(), number, part, problems));
            progress.spent(answer.costUsd(), answer.costUnknown());
            if (answer.plan() != null) {
                return answer.plan();
            }
            Outcome failure = answer.failure();
            if (failure == null) {
                problems = answer.problems();
                nextRequest(problems);
            } else {
                follow(failure, rework.after(failure, List.of(), interruptions, transients, now()));
            }
        }
    }

    private void follow(Outcome failure, Rework.Next next) {
        if (next instanceof Rework.Next.Fail fail) {
            throw noPlan(fail.reason());
        } else if (next instanceof Rework.Next.Repeat repeat) {
            interruptions += failure instanceof Outcome.Interrupted ? 1 : 0;
            transients += failure instanceof Outcome.Transient ? 1 : 0;
            part++;
            Workflow.sleep(repeat.delay());
        } else if (next instanceof Rework.Next.Hold hold) {
            part++;
            awaitPerson.accept(hold.attention());
        } else if (next instanceof Rework.Next.Again) {
            nextRequest(List.of(failure.message()));
        } else {
            throw new IllegalStateException("Unexpected next step: " + next);
        }
    }

    private void nextRequest(List<String> why) {
        if (request.planFile() != null || number >= request.policy().maxPlanRequests()) {
            progress.stopped(
                    new Stop(message(), problems(why), true, request.planFile() == null ? "planning/" + number : ""));
            throw noPlan(String.join("; ", why));
        }
        number++;
        part = 0;
        interruptions = 0;
        transients = 0;
    }

    private String message() {
        return request.planFile() == null
                ? "there is no valid plan: the planner was asked " + (number == 1 ? "once" : number + " times")
                : "the plan file is not valid";
    }

    private static List<String> problems(List<String> why) {
        List<String> some = new ArrayList<>();
        for (String problem : why.subList(0, Math.min(Stop.MAX_PROBLEMS, why.size()))) {
            some.add(ActivityStubs.cut(problem));
        }
        if (why.size() > some.size()) {
            some.add("and " + (why.size() - some.size()) + " more");
        }
        return some;
    }

    /** All tasks of the plan and what is known of them from earlier executions, page by page. */
    Board read(ArtifactRef plan) {
        List<PlannedTask> tasks = new ArrayList<>();
        List<TaskState> states = new ArrayList<>();
        PlanPage page;
        do {
            page = stubs.plans("read plan").read(new PlanPageRequest(request.run(), plan, tasks.size()));
            tasks.addAll(page.tasks());
            states.addAll(page.states());
        } while (tasks.size() < page.total() && !page.tasks().isEmpty());
        if (tasks.size() != page.total()) {
            throw noPlan("it should have " + page.total() + " tasks but ends after " + tasks.size());
        }
        return board(tasks, states, request.policy());
    }

    private static Board board(List<PlannedTask> tasks, List<TaskState> states, RunPolicy policy) {
        try {
            return new Board(tasks, states, policy);
        } catch (IllegalArgumentException invalid) {
            throw noPlan(String.valueOf(invalid.getMessage()));
        }
    }

    private static ApplicationFailure noPlan(String reason) {
        return ApplicationFailure.newNonRetryableFailure(
                "there is no valid plan: " + reason, FailureType.PLAN_INVALID.name());
    }

    private String summary() {
        String what = request.planFile() == null ? "plan" : "check plan";
        return what + (number > 1 ? " again (" + number + ")" : "") + ": " + request.title();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
