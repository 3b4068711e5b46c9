package dev.lindy.workflow;

import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.MergeCandidate;
import dev.lindy.activity.MergeResult;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.PublishMerge;
import dev.lindy.activity.ReworkNote;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a candidate commit to the goal branch: gates, merge slot, gates on the merged tree, publication. */
final class Acceptance {

    /** How a candidate fared and what the next attempt is told; no note where it was accepted. */
    record Judged(Outcome outcome, @Nullable ReworkNote note) {}

    /** The goal branch, for one task at a time. */
    interface Slot {
        void acquire();

        void release();
    }

    private final TaskRequest request;
    private final ActivityStubs stubs;
    private final TaskProgress progress;
    private final GateRuns gates;
    private final AttemptGates ofAttempt;
    private final Slot slot;
    private final List<PlannedGate> again;

    Acceptance(TaskRequest request, ActivityStubs stubs, TaskProgress progress, BrokenGates.Pauses pauses, Slot slot) {
        this.request = request;
        this.stubs = stubs;
        this.progress = progress;
        gates = new GateRuns(request, stubs, progress, pauses);
        ofAttempt = new AttemptGates(request.task().gates(), gates, progress, pauses);
        this.slot = slot;
        again = request.task().gates().stream()
                .filter(PlannedGate::onMergedTree)
                .toList();
    }

    Judged judge(String candidate, String base, boolean changed) {
        progress.status(TaskStatus.GATING);
        List<GateVerdict> verdicts = ofAttempt.judge(candidate, base);
        if (verdicts.stream().anyMatch(GateVerdict::blocks)) {
            return rejected(verdicts, null);
        }
        if (!changed) {
            return accepted(null);
        }
        progress.status(TaskStatus.INTEGRATING);
        slot.acquire();
        Judged judged = integrate(candidate, base, verdicts);
        if (!(judged.outcome() instanceof Outcome.Accepted)) {
            slot.release();
        }
        return judged;
    }

    private Judged integrate(String candidate, String base, List<GateVerdict> verdicts) {
        while (true) {
            MergeResult merged = stubs.integrate(summary("integrate")).merge(candidate(candidate, base));
            if (merged instanceof MergeResult.NeedsGates needed) {
                List<GateVerdict> onMerged =
                        gates.judge(again, JudgeTree.Place.MERGED, needed.mergeCommit(), needed.tip());
                progress.judged(latest(verdicts, onMerged));
                if (onMerged.stream().anyMatch(GateVerdict::blocks)) {
                    return rejected(onMerged, needed.tip());
                }
                merged = stubs.integrate(summary("publish")).publish(publication(needed));
            }
            if (merged instanceof MergeResult.Merged done) {
                return accepted(done.mergeCommit());
            }
            if (merged instanceof MergeResult.Conflicted conflicted) {
                Outcome outcome = new Outcome.Conflict(conflicted.files());
                return new Judged(outcome, new ReworkNote(outcome, List.of(), conflicted.tip()));
            }
            if (!(merged instanceof MergeResult.Moved)) {
                throw new IllegalStateException("Unexpected merge result: " + merged);
            }
        }
    }

    private Judged accepted(@Nullable String mergeCommit) {
        progress.completed(mergeCommit);
        return new Judged(new Outcome.Accepted(), null);
    }

    private static Judged rejected(List<GateVerdict> verdicts, @Nullable String tip) {
        List<GateVerdict> against =
                verdicts.stream().filter(GateVerdict::blocks).toList();
        List<String> names = against.stream().map(GateVerdict::name).toList();
        GateVerdict first = against.get(0);
        String message = "rejected by gate " + String.join(", ", names)
                + (first.summary().isBlank() ? "" : ": " + first.summary());
        Outcome outcome = new Outcome.RejectedByGate(names, message);
        List<GateVerdict> told = Stream.concat(
                        against.stream(), verdicts.stream().filter(Acceptance::advises))
                .toList();
        return new Judged(outcome, new ReworkNote(outcome, told, tip));
    }

    /** A rejection that blocks nothing is told where there is another attempt anyway. */
    private static boolean advises(GateVerdict verdict) {
        return verdict.verdict() == Verdict.REJECTED && !verdict.required();
    }

    /** Verdicts on the merged tree in the places of those on the attempt's; names need not be unique. */
    private List<GateVerdict> latest(List<GateVerdict> before, List<GateVerdict> onMerged) {
        List<GateVerdict> result = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < before.size(); i++) {
            boolean judgedAgain = request.task().gates().get(i).onMergedTree();
            result.add(judgedAgain ? latest(before.get(i), onMerged.get(next++)) : before.get(i));
        }
        return result;
    }

    /** That a gate is flaky is not forgotten because it passes now. */
    private static GateVerdict latest(GateVerdict before, GateVerdict onMerged) {
        boolean wasFlaky = before.verdict() == Verdict.FLAKY;
        return wasFlaky && onMerged.verdict().accepts() ? before : onMerged;
    }

    private MergeCandidate candidate(String commit, String base) {
        return new MergeCandidate(
                request.run(),
                request.plan(),
                request.task().id(),
                progress.attempt().number(),
                commit,
                base,
                !again.isEmpty(),
                progress.state(),
                Instant.ofEpochMilli(Workflow.currentTimeMillis()));
    }

    private PublishMerge publication(MergeResult.NeedsGates needed) {
        return new PublishMerge(
                request.run(),
                request.plan(),
                request.task().id(),
                progress.attempt().number(),
                needed.mergeCommit(),
                needed.tip(),
                progress.state());
    }

    private String summary(String what) {
        return ActivityStubs.summary(request.task(), what);
    }
}
