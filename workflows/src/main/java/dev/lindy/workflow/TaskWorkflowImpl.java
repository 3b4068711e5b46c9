package dev.lindy.workflow;

import dev.lindy.activity.AgentResult;
import dev.lindy.activity.Dispatch;
import dev.lindy.activity.ReworkNote;
import dev.lindy.plan.ChangePolicy;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attempts until the work is on the goal branch or {@link Rework} gives up. */
public final class TaskWorkflowImpl implements TaskWorkflow {

    private final TaskRequest request;
    private final ActivityStubs stubs;
    private final GoalWorkflow goal;
    private final Rework rework;
    private final int earlierAttempts;

    private TaskState state;
    private boolean held;
    private boolean mergeGranted;
    private @Nullable ReworkNote note;
    private @Nullable String session;
    private int interruptions;
    private int transients;

    @WorkflowInit
    public TaskWorkflowImpl(TaskRequest request) {
        this.request = request;
        stubs = new ActivityStubs(request.hostQueue());
        goal = Workflow.newExternalWorkflowStub(
                GoalWorkflow.class, request.run().workflowId());
        rework = new Rework(request.policy());
        state = request.state();
        earlierAttempts = state.attempts().size() - (isUnfinished() ? 1 : 0);
        held = request.held();
    }

    @Override
    public TaskState run(TaskRequest same) {
        Attempt attempt = isUnfinished() ? takeUp() : startAttempt(0);
        int part = attempt.part();
        while (true) {
            Workflow.await(() -> !held);
            Outcome outcome = attemptOnce(attempt);
            if (outcome instanceof Outcome.Accepted) {
                return state;
            }
            Rework.Next next = rework.after(outcome, countedAttempts(), interruptions, transients, now());
            if (next instanceof Rework.Next.Fail fail) {
                throw failed(fail.reason());
            } else if (next instanceof Rework.Next.Again again) {
                session = again.sameSession() ? session : null;
                part = 0;
                interruptions = 0;
                transients = 0;
                attempt = startAttempt(part);
            } else if (next instanceof Rework.Next.Repeat repeat) {
                sleep(repeat.delay(), outcome);
                attempt = startAttempt(++part);
            } else if (next instanceof Rework.Next.Hold hold) {
                awaitPerson(hold.attention());
                attempt = startAttempt(++part);
            } else {
                throw new IllegalStateException("Unexpected next step: " + next);
            }
        }
    }

    @Override
    public void mergeGranted() {
        mergeGranted = true;
    }

    @Override
    public void hold(boolean on) {
        held = on;
    }

    /** Runs the agent and, where it ended well, gates and integration; the state says how it went. */
    private Outcome attemptOnce(Attempt attempt) {
        String known = session;
        boolean resume = known != null;
        String conversation = known != null ? known : Workflow.randomUUID().toString();
        state = state.withStatus(TaskStatus.WORKING, null).withAttempt(attempt.withSession(conversation));
        show("working");
        Outcome outcome;
        try {
            AgentResult result = stubs.agent(summary("attempt " + attempt.number() + ", agent"))
                    .dispatch(new Dispatch(
                            request.run(),
                            request.plan(),
                            request.task().id(),
                            attempt.number(),
                            attempt.part(),
                            state,
                            conversation,
                            resume,
                            note));
            session = result.sessionId();
            state = state.withBranch(result.branch()).withAttempt(worked(attempt, result));
            outcome = outcomeOf(result);
        } catch (ActivityFailure failure) {
            throwIfCanceled(failure);
            throw failed(FailureText.of(failure));
        }
        count(outcome);
        state = state.withAttempt(lastAttempt().ended(now(), outcome));
        return outcome;
    }

    private Outcome outcomeOf(AgentResult result) {
        if (result.failure() != null) {
            if (Rework.counts(result.failure())) {
                note = new ReworkNote(result.failure(), List.of(), null);
            }
            return result.failure();
        }
        String candidate = result.candidate();
        String base = result.base();
        if (candidate == null || base == null) {
            return new Outcome.AgentFailed("the attempt left no commit to judge");
        }
        if (!result.changed() && request.task().changes() == ChangePolicy.REQUIRED) {
            Outcome outcome = new Outcome.NoChange("the agent ended without changing anything");
            note = new ReworkNote(outcome, List.of(), null);
            return outcome;
        }
        Acceptance acceptance = new Acceptance(request, stubs, goal, this::awaitPerson, this::awaitSlot);
        Acceptance.Judged judged = acceptance.judge(state, candidate, base, result.changed());
        state = judged.state();
        note = judged.note();
        show(judged.outcome().message());
        return judged.outcome();
    }

    private void count(Outcome outcome) {
        if (outcome instanceof Outcome.Interrupted) {
            interruptions++;
        } else if (outcome instanceof Outcome.Transient) {
            transients++;
        }
    }

    /** Whether an earlier execution was lost while its last attempt went on. */
    private boolean isUnfinished() {
        return !state.attempts().isEmpty() && lastAttempt().outcome() == null;
    }

    /** Goes on with such an attempt: its program may still be at work under the same key. */
    private Attempt takeUp() {
        session = lastAttempt().sessionId();
        return lastAttempt();
    }

    private Attempt startAttempt(int part) {
        int number = part == 0 ? state.attempts().size() + 1 : lastAttempt().number();
        double spent = part == 0 ? 0 : lastAttempt().costUsd();
        Attempt attempt = new Attempt(number, part, "", session, now(), null, spent, null, null, List.of());
        state = state.withAttempt(attempt);
        return attempt;
    }

    private Attempt worked(Attempt attempt, AgentResult result) {
        return new Attempt(
                attempt.number(),
                attempt.part(),
                result.agent(),
                result.sessionId(),
                attempt.startedAt(),
                null,
                attempt.costUsd() + result.costUsd(),
                null,
                result.candidate(),
                List.of());
    }

    private Attempt lastAttempt() {
        return state.attempts().get(state.attempts().size() - 1);
    }

    private List<Attempt> countedAttempts() {
        return state.attempts().subList(earlierAttempts, state.attempts().size());
    }

    private void awaitPerson(RunHeader.Attention attention) {
        held = true;
        goal.attentionNeeded(request.task().id(), attention);
        Workflow.await(() -> !held);
    }

    private void awaitSlot() {
        mergeGranted = false;
        goal.mergeRequested(request.task().id());
        Workflow.await(() -> mergeGranted);
    }

    private void sleep(Duration wait, Outcome why) {
        if (!wait.isZero()) {
            show("waiting: " + why.message());
            Workflow.sleep(wait);
        }
    }

    private ApplicationFailure failed(String reason) {
        state = state.withStatus(TaskStatus.FAILED, reason);
        show("failed: " + reason);
        return ApplicationFailure.newNonRetryableFailure(reason, TASK_FAILED, state);
    }

    private static void throwIfCanceled(ActivityFailure failure) {
        if (failure.getCause() instanceof CanceledFailure canceled) {
            throw canceled;
        }
    }

    private String summary(String what) {
        return request.task().module() + ": " + request.task().title() + " (" + what + ")";
    }

    private void show(String phase) {
        Workflow.setCurrentDetails(LiveDetails.of(request.task(), state, phase));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
