package dev.lindy.workflow;

import dev.lindy.activity.AgentResult;
import dev.lindy.activity.Dispatch;
import dev.lindy.activity.ReworkNote;
import dev.lindy.plan.ChangePolicy;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.TimerOptions;
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
    private final GoalLink goal;
    private final Rework rework;
    private final TaskProgress progress;
    private final Acceptance acceptance;

    private final Failover failover = new Failover();

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
        goal = new GoalLink(request);
        rework = new Rework(request.policy());
        progress = new TaskProgress(request.state(), this::show);
        acceptance = new Acceptance(request, stubs, progress, new GatePauses(), new MergeTurn());
        held = request.held();
    }

    @Override
    public TaskState run(TaskRequest same) {
        try {
            complete();
        } catch (CanceledFailure canceled) {
            canceled();
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure) {
                canceled();
            } else {
                failed(FailureText.of(failure));
            }
        }
        if (CancellationScope.current().isCancelRequested()) {
            sayLastWords();
            CancellationScope.throwCanceled();
        }
        TaskState state = progress.state();
        if (state.status() == TaskStatus.FAILED) {
            throw FailureText.expected(String.valueOf(state.reason()), TASK_FAILED, state);
        }
        return state;
    }

    @Override
    public void mergeGranted() {
        mergeGranted = true;
    }

    @Override
    public void hold(boolean on) {
        held = on;
    }

    private void complete() {
        if (progress.isAtWork()) {
            session = progress.attempt().sessionId(); // its program may still be at work under the same key
        } else {
            progress.startAttempt(null, now());
        }
        boolean open = true;
        while (open) {
            Workflow.await(() -> !held);
            Acceptance.Judged judged = attempt();
            Outcome outcome = judged.outcome();
            progress.ended(rework.onRecord(outcome, interruptions), now());
            open = !(outcome instanceof Outcome.Accepted) && goesOn(judged);
        }
    }

    /** Gets ready for what follows from an attempt that was not accepted, where anything does. */
    private boolean goesOn(Acceptance.Judged judged) {
        if (failover.takesOver(judged.outcome())) {
            session = null;
            progress.repeatAttempt(null);
            return true;
        }
        Outcome outcome = failover.afterAll(judged.outcome());
        Rework.Next next = rework.after(outcome, progress.counted(), interruptions, transients, now());
        if (note == null || next instanceof Rework.Next.Again) {
            note = judged.note();
        }
        if (next instanceof Rework.Next.Fail fail) {
            failed(fail.reason());
            return false;
        } else if (next instanceof Rework.Next.Again again) {
            if (!again.sameSession()) {
                failover.restart();
                session = null;
            }
            interruptions = 0;
            transients = 0;
            progress.startAttempt(session, now());
        } else if (next instanceof Rework.Next.Repeat repeat) {
            interruptions += outcome instanceof Outcome.Interrupted ? 1 : 0;
            transients += outcome instanceof Outcome.Transient ? 1 : 0;
            sleep(repeat.delay(), outcome);
            askTheFirstAfter(outcome);
            progress.repeatAttempt(session);
        } else if (next instanceof Rework.Next.Hold hold) {
            awaitPerson(hold.attention());
            askTheFirstAfter(outcome);
            progress.repeatAttempt(session);
        } else {
            throw new IllegalStateException("Unexpected next step: " + next);
        }
        return true;
    }

    // an agent that was only interrupted goes on; a conversation is nobody's but its agent's
    private void askTheFirstAfter(Outcome outcome) {
        boolean goesOn = outcome instanceof Outcome.Interrupted
                || outcome instanceof Outcome.Transient
                || outcome instanceof Outcome.NeedsAnswer;
        if (!goesOn && failover.restart()) {
            session = null;
        }
    }

    /** Runs the agent and, where it ended well, gates and integration. */
    private Acceptance.Judged attempt() {
        progress.status(TaskStatus.WORKING);
        String known = session;
        boolean resume = known != null;
        String conversation = known != null ? known : Workflow.randomUUID().toString();
        progress.converses(conversation);
        AgentResult result = stubs.agent(ActivityStubs.summary(request.task(), agentSummary()))
                .dispatch(new Dispatch(
                        request.run(),
                        request.plan(),
                        request.task().id(),
                        progress.attempt().number(),
                        progress.attempt().part(),
                        progress.state(),
                        conversation,
                        resume,
                        note,
                        failover.index()));
        session = result.sessionId();
        failover.asked(result);
        progress.worked(result);
        return judge(result);
    }

    private String agentSummary() {
        String what = "attempt " + progress.attempt().number() + ", agent";
        return note == null ? what : what + ", after: " + note.outcome().word().replace('_', ' ');
    }

    private Acceptance.Judged judge(AgentResult result) {
        if (result.failure() != null) {
            return unjudged(result.failure());
        }
        if (result.candidate() == null || result.base() == null) {
            return unjudged(new Outcome.AgentFailed("the attempt left no commit to judge"));
        }
        if (!result.changed() && request.task().changes() == ChangePolicy.REQUIRED) {
            return unjudged(new Outcome.NoChange("the agent ended without changing anything"));
        }
        return acceptance.judge(result.candidate(), result.base(), result.changed());
    }

    private static Acceptance.Judged unjudged(Outcome outcome) {
        return new Acceptance.Judged(outcome, new ReworkNote(outcome, List.of(), null));
    }

    private void awaitPerson(RunHeader.Attention attention) {
        held = true;
        goal.attentionNeeded(attention);
        Workflow.await(() -> !held);
    }

    private void sleep(Duration wait, Outcome why) {
        if (!wait.isZero()) {
            String what = "waiting: " + why.message();
            show(what);
            TimerOptions options = TimerOptions.newBuilder()
                    .setSummary(ActivityStubs.cut(what))
                    .build();
            Workflow.newTimer(wait, options).get();
        }
    }

    private void failed(String reason) {
        progress.closed(TaskStatus.FAILED, reason, new Outcome.AgentFailed(reason), now());
    }

    private void canceled() {
        progress.closed(TaskStatus.CANCELED, "canceled", new Outcome.Canceled("canceled"), now());
    }

    /**
     * A Workflow that is asked to cancel ends as canceled and without a result, even one that completed: so
     * what its attempts did and cost goes to the parent by Signal.
     */
    private void sayLastWords() {
        try {
            Workflow.newDetachedCancellationScope(() -> goal.taskEnded(progress.state()))
                    .run();
        } catch (ApplicationFailure gone) {
            Workflow.getLogger(TaskWorkflowImpl.class).info("canceled after the end of its run", gone);
        }
    }

    private void show() {
        show(progress.state().status().word());
    }

    private void show(String phase) {
        Workflow.setCurrentDetails(TaskDetails.of(request.run().run(), request.task(), progress.state(), phase));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    private final class GatePauses implements BrokenGates.Pauses {

        @Override
        public void awaitPerson(RunHeader.Attention attention) {
            TaskWorkflowImpl.this.awaitPerson(attention);
        }

        @Override
        public void sleep(Duration wait, Outcome why) {
            TaskWorkflowImpl.this.sleep(wait, why);
        }

        @Override
        public void awaitTurn() {
            Workflow.await(() -> !held);
        }
    }

    private final class MergeTurn implements Acceptance.Slot {

        @Override
        public void acquire() {
            mergeGranted = false;
            goal.mergeRequested();
            Workflow.await(() -> mergeGranted);
        }

        @Override
        public void release() {
            goal.mergeReleased();
        }
    }
}
