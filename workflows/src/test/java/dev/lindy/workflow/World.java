package dev.lindy.workflow;

import dev.lindy.activity.AgentActivities;
import dev.lindy.activity.AgentResult;
import dev.lindy.activity.CiActivities;
import dev.lindy.activity.CiAnswer;
import dev.lindy.activity.CiQuestion;
import dev.lindy.activity.Dispatch;
import dev.lindy.activity.GateActivities;
import dev.lindy.activity.IntegrateActivities;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.MergeCandidate;
import dev.lindy.activity.MergeResult;
import dev.lindy.activity.OpenRun;
import dev.lindy.activity.OpenedRun;
import dev.lindy.activity.PlanActivities;
import dev.lindy.activity.PlanAnswer;
import dev.lindy.activity.PlanPage;
import dev.lindy.activity.PlanPageRequest;
import dev.lindy.activity.PlanRequest;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.PlannedTask;
import dev.lindy.activity.PublishMerge;
import dev.lindy.activity.RecordRun;
import dev.lindy.activity.ReportRun;
import dev.lindy.activity.RunActivities;
import dev.lindy.activity.WrittenReport;
import dev.lindy.failure.FailureType;
import dev.lindy.plan.TaskId;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.BaseRef;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import dev.lindy.run.Verdict;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Everything outside as a script: what is not scripted goes well, and everything is written down. */
final class World
        implements AgentActivities, CiActivities, GateActivities, IntegrateActivities, PlanActivities, RunActivities {

    final List<String> journal = new CopyOnWriteArrayList<>();
    final List<Dispatch> dispatches = new CopyOnWriteArrayList<>();
    final List<JudgeTree> judged = new CopyOnWriteArrayList<>();
    final List<CiQuestion> pushes = new CopyOnWriteArrayList<>();
    final List<CiQuestion> looks = new CopyOnWriteArrayList<>();
    final List<PlanRequest> planRequests = new CopyOnWriteArrayList<>();
    final List<RecordRun> records = new CopyOnWriteArrayList<>();
    final List<ReportRun> reports = new CopyOnWriteArrayList<>();
    final List<String> broken = new CopyOnWriteArrayList<>();

    private final Map<String, Deque<Function<?, ?>>> script = new HashMap<>();
    private final Map<TaskId, TaskState> recorded = new HashMap<>();
    private RunHeader recordedHeader;

    private List<PlannedTask> tasks = List.of();
    private List<TaskState> known = List.of();
    private ArtifactRef earlierPlan;
    private RunHeader earlier;
    private int recordsToFail;

    World plan(PlannedTask... plan) {
        return plan(List.of(plan));
    }

    World plan(List<PlannedTask> plan) {
        tasks = List.copyOf(plan);
        return this;
    }

    /** What the journal of an earlier execution says. */
    World before(RunHeader header, ArtifactRef plan, TaskState... states) {
        earlier = header;
        earlierPlan = plan;
        known = List.of(states);
        return this;
    }

    synchronized World failsToRecord(int times) {
        recordsToFail = times;
        return this;
    }

    /** How many of the announced failures are still to come. */
    synchronized int mustFailToRecord() {
        return recordsToFail;
    }

    /** What the next start of a task's agent comes to. */
    World agent(int task, Function<Dispatch, AgentResult> answer) {
        return next("agent " + task, answer);
    }

    /** What the next run of a gate on a task's tree comes to. */
    World gate(int task, PlannedGate gate, JudgeTree.Place place, Verdict verdict, String summary) {
        Function<JudgeTree, GateVerdict> answer =
                asked -> new GateVerdict(gate.name(), verdict, gate.required(), summary, "evidence");
        return next("gate " + task + " " + gate.key() + " " + place, answer);
    }

    World gate(int task, PlannedGate gate, Function<JudgeTree, GateVerdict> answer) {
        return next("gate " + task + " " + gate.key() + " " + JudgeTree.Place.ATTEMPT, answer);
    }

    World push(int task, Function<CiQuestion, CiAnswer> answer) {
        return next("push " + task, answer);
    }

    World look(int task, Function<CiQuestion, CiAnswer> answer) {
        return next("look " + task, answer);
    }

    World merge(int task, Function<MergeCandidate, MergeResult> answer) {
        return next("merge " + task, answer);
    }

    World publish(int task, Function<PublishMerge, MergeResult> answer) {
        return next("publish " + task, answer);
    }

    World planner(Function<PlanRequest, PlanAnswer> answer) {
        return next("plan", answer);
    }

    World reporting(Runnable meanwhile) {
        return next("report", (ReportRun asked) -> {
            meanwhile.run();
            return new WrittenReport("report.md", "tip");
        });
    }

    World opening(Function<OpenRun, OpenedRun> answer) {
        return next("open", answer);
    }

    private synchronized World next(String what, Function<?, ?> answer) {
        script.computeIfAbsent(what, unused -> new ArrayDeque<>()).add(answer);
        return this;
    }

    private <Q, A> A answer(String what, Q request, Function<Q, A> usual) {
        Function<Q, A> scripted;
        synchronized (this) {
            Deque<Function<?, ?>> answers = script.getOrDefault(what, new ArrayDeque<>());
            @SuppressWarnings("unchecked")
            Function<Q, A> first = (Function<Q, A>) answers.poll();
            scripted = first == null ? usual : first;
        }
        return scripted.apply(request);
    }

    /** An agent that works until the latch opens or it is canceled. */
    static Function<Dispatch, AgentResult> until(CountDownLatch latch, Function<Dispatch, AgentResult> then) {
        return request -> {
            await(latch);
            return then.apply(request);
        };
    }

    /** Waits as a program is waited for: with heartbeats, so that a cancellation is seen. */
    static void await(CountDownLatch latch) {
        try {
            while (!latch.await(10, TimeUnit.MILLISECONDS)) {
                Activity.getExecutionContext().heartbeat(null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Waits without noticing a cancellation. */
    static void awaitDeaf(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @Override
    public OpenedRun open(OpenRun request) {
        journal.add("open");
        OpenedRun usual =
                new OpenedRun(new BaseRef("main", "base"), "af/goal-0a1b2c3d", List.of(), earlier, earlierPlan);
        return answer("open", request, asked -> usual);
    }

    @Override
    public PlanAnswer plan(PlanRequest request) {
        journal.add("plan");
        planRequests.add(request);
        return answer("plan", request, asked -> new PlanAnswer(Fixture.PLAN, List.of(), null, 0.5));
    }

    @Override
    public PlanPage read(PlanPageRequest request) {
        int end = Math.min(tasks.size(), request.offset() + PlanPage.SIZE);
        List<PlannedTask> page = tasks.subList(request.offset(), end);
        List<TaskId> ids = page.stream().map(PlannedTask::id).toList();
        return new PlanPage(
                tasks.size(),
                page,
                known.stream().filter(state -> ids.contains(state.id())).toList());
    }

    @Override
    public AgentResult dispatch(Dispatch request) {
        dispatches.add(request);
        journal.add("start " + request.task().value());
        AgentResult result = answer("agent " + request.task().value(), request, Fixture::worked);
        journal.add("end " + request.task().value());
        return result;
    }

    @Override
    public GateVerdict judge(JudgeTree request) {
        judged.add(request);
        journal.add("gate " + request.task().value() + " " + request.gate() + " " + request.place());
        String what = "gate " + request.task().value() + " " + request.gate() + " " + request.place();
        return answer(what, request, asked -> Fixture.verdict(asked.gate(), Verdict.PASSED, ""));
    }

    @Override
    public CiAnswer push(CiQuestion question) {
        pushes.add(question);
        journal.add("push " + question.gate().task().value());
        return answer("push " + question.gate().task().value(), question, asked -> CiAnswer.ready());
    }

    @Override
    public CiAnswer look(CiQuestion question) {
        looks.add(question);
        journal.add("look " + question.gate().task().value());
        return answer(
                "look " + question.gate().task().value(),
                question,
                asked -> CiAnswer.of(Fixture.verdict(asked.gate().gate(), Verdict.PASSED, "")));
    }

    @Override
    public MergeResult merge(MergeCandidate request) {
        journal.add("merge " + request.task().value());
        return answer(
                "merge " + request.task().value(),
                request,
                asked -> new MergeResult.Merged("merge-" + asked.task().value()));
    }

    @Override
    public MergeResult publish(PublishMerge request) {
        journal.add("publish " + request.task().value());
        return answer(
                "publish " + request.task().value(), request, asked -> new MergeResult.Merged(asked.mergeCommit()));
    }

    @Override
    public synchronized void record(RecordRun request) {
        if (recordsToFail > 0) {
            recordsToFail--;
            throw ApplicationFailure.newNonRetryableFailure("disk full", FailureType.EVIDENCE_MISSING.name());
        }
        records.add(request);
        checkHeader(request.header());
        request.changed().forEach(this::checkState);
        if (request.changed().size() > RecordRun.PAGE) {
            broken.add("a record of " + request.changed().size() + " tasks");
        }
    }

    private void checkHeader(RunHeader header) {
        RunHeader before = recordedHeader;
        boolean newer = before == null || header.sequence() > before.sequence();
        if (!newer && !header.equals(before)) {
            broken.add("header went from " + before + " to " + header);
        }
        recordedHeader = header;
    }

    private void checkState(TaskState state) {
        TaskState before = recorded.put(state.id(), state);
        if (before != null && state.sequence() <= before.sequence()) {
            broken.add("task went from " + before + " to " + state);
        }
    }

    @Override
    public WrittenReport report(ReportRun request) {
        reports.add(request);
        journal.add("report " + request.header().status().word());
        return answer("report", request, asked -> new WrittenReport("report.md", "tip"));
    }

    /** The last recorded state of a task. */
    synchronized TaskState recorded(int task) {
        return recorded.get(TaskId.of(task));
    }

    synchronized RunHeader recordedHeader() {
        return recordedHeader;
    }

    /** Dispatches of one task, in order. */
    List<Dispatch> dispatches(int task) {
        return dispatches.stream()
                .filter(dispatch -> dispatch.task().value() == task)
                .toList();
    }

    /** Journal entries that start with the word, in order. */
    List<String> journal(String word) {
        return new ArrayList<>(
                journal.stream().filter(entry -> entry.startsWith(word)).toList());
    }
}
