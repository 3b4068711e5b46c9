package dev.lindy.workflow;

import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.MergeCandidate;
import dev.lindy.activity.MergeResult;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.PublishMerge;
import dev.lindy.activity.ReworkNote;
import dev.lindy.run.Attempt;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From a candidate commit to the goal branch: gates, merge slot, gates on the merged tree, publication. */
final class Acceptance {

    /** How a candidate fared and what the next attempt is told. */
    record Judged(
            TaskState state, Outcome outcome, @Nullable ReworkNote note) {}

    private final TaskRequest request;
    private final ActivityStubs stubs;
    private final GoalWorkflow goal;
    private final Consumer<RunHeader.Attention> awaitPerson;
    private final Runnable awaitSlot;

    private TaskState state;

    Acceptance(
            TaskRequest request,
            ActivityStubs stubs,
            GoalWorkflow goal,
            Consumer<RunHeader.Attention> awaitPerson,
            Runnable awaitSlot) {
        this.request = request;
        this.stubs = stubs;
        this.goal = goal;
        this.awaitPerson = awaitPerson;
        this.awaitSlot = awaitSlot;
        this.state = request.state();
    }

    Judged judge(TaskState worked, String candidate, String base, boolean changed) {
        state = worked.withStatus(TaskStatus.GATING, null);
        List<GateVerdict> verdicts = run(request.task().gates(), JudgeTree.Place.ATTEMPT, candidate, base);
        state = state.withAttempt(lastAttempt().withGates(verdicts));
        if (verdicts.stream().anyMatch(GateVerdict::blocks)) {
            return rejected(verdicts, null);
        }
        if (!changed) {
            state = state.completed(null);
            return new Judged(state, new Outcome.Accepted(), null);
        }
        return integrate(candidate, base, verdicts);
    }

    private Judged integrate(String candidate, String base, List<GateVerdict> verdicts) {
        state = state.withStatus(TaskStatus.INTEGRATING, null);
        awaitSlot.run();
        List<PlannedGate> again = request.task().gates().stream()
                .filter(PlannedGate::onMergedTree)
                .toList();
        while (true) {
            MergeResult merged = stubs.integrate(summary("integrate")).merge(candidate(candidate, base, again));
            if (merged instanceof MergeResult.NeedsGates needed) {
                List<GateVerdict> onMerged = run(again, JudgeTree.Place.MERGED, needed.mergeCommit(), needed.tip());
                state = state.withAttempt(lastAttempt().withGates(latest(verdicts, onMerged)));
                if (onMerged.stream().anyMatch(GateVerdict::blocks)) {
                    release();
                    return rejected(onMerged, needed.tip());
                }
                merged = stubs.integrate(summary("publish")).publish(publication(needed));
            }
            if (merged instanceof MergeResult.Merged done) {
                state = state.completed(done.mergeCommit());
                return new Judged(state, new Outcome.Accepted(), null);
            }
            if (merged instanceof MergeResult.Conflicted conflicted) {
                release();
                Outcome outcome = new Outcome.Conflict(conflicted.files());
                return new Judged(state, outcome, new ReworkNote(outcome, List.of(), conflicted.tip()));
            }
            if (!(merged instanceof MergeResult.Moved)) {
                throw new IllegalStateException("Unexpected merge result: " + merged);
            }
        }
    }

    private Judged rejected(List<GateVerdict> verdicts, @Nullable String tip) {
        List<GateVerdict> against =
                verdicts.stream().filter(GateVerdict::blocks).toList();
        List<String> names = against.stream().map(GateVerdict::name).toList();
        GateVerdict first = against.get(0);
        String message = "rejected by gate " + String.join(", ", names)
                + (first.summary().isBlank() ? "" : ": " + first.summary());
        Outcome outcome = new Outcome.RejectedByGate(names, message);
        return new Judged(state, outcome, new ReworkNote(outcome, against, tip));
    }

    private void release() {
        goal.mergeReleased(request.task().id());
    }

    /** Runs gates side by side; a broken one is repeated, then waits for a person, and blames nobody. */
    private List<GateVerdict> run(List<PlannedGate> gates, JudgeTree.Place place, String commit, String base) {
        GateVerdict[] verdicts = new GateVerdict[gates.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < gates.size(); i++) {
            open.add(i);
        }
        for (int number = 1; !open.isEmpty(); number++) {
            List<Promise<GateVerdict>> running = new ArrayList<>();
            for (int index : open) {
                running.add(start(gates.get(index), place, commit, base, number));
            }
            List<Integer> broken = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                GateVerdict verdict = running.get(i).get();
                verdicts[open.get(i)] = verdict;
                if (verdict.verdict() == Verdict.BROKEN && verdict.required()) {
                    broken.add(open.get(i));
                }
            }
            open = broken;
            if (!open.isEmpty() && number % request.policy().maxGateRuns() == 0) {
                GateVerdict first = verdicts[open.get(0)];
                awaitPerson.accept(new RunHeader.Attention(
                        "gate `" + first.name() + "` could not run: " + first.summary(),
                        "mend the gate, then go on with `lindy resume "
                                + request.run().run() + "`"));
            }
        }
        return List.of(verdicts);
    }

    private Promise<GateVerdict> start(
            PlannedGate gate, JudgeTree.Place place, String commit, String base, int number) {
        String where = place == JudgeTree.Place.MERGED ? " on the merged tree" : "";
        return Async.function(
                stubs.gate(summary("attempt " + lastAttempt().number() + ", gate " + gate.name() + where))::judge,
                new JudgeTree(
                        request.run(),
                        request.plan(),
                        request.task().id(),
                        lastAttempt().number(),
                        gate.key(),
                        commit,
                        base,
                        place,
                        number,
                        state));
    }

    private static List<GateVerdict> latest(List<GateVerdict> before, List<GateVerdict> now) {
        List<GateVerdict> result = new ArrayList<>();
        for (GateVerdict verdict : before) {
            result.add(now.stream()
                    .filter(newer -> newer.name().equals(verdict.name()))
                    .findFirst()
                    .orElse(verdict));
        }
        return result;
    }

    private MergeCandidate candidate(String commit, String base, List<PlannedGate> again) {
        return new MergeCandidate(
                request.run(),
                request.plan(),
                request.task().id(),
                lastAttempt().number(),
                commit,
                base,
                !again.isEmpty(),
                state);
    }

    private PublishMerge publication(MergeResult.NeedsGates needed) {
        return new PublishMerge(
                request.run(),
                request.plan(),
                request.task().id(),
                lastAttempt().number(),
                needed.mergeCommit(),
                needed.tip(),
                state);
    }

    private Attempt lastAttempt() {
        return state.attempts().get(state.attempts().size() - 1);
    }

    private String summary(String what) {
        return request.task().module() + ": " + request.task().title() + " (" + what + ")";
    }
}
