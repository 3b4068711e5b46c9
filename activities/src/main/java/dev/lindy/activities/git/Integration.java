package dev.lindy.activities.git;

import dev.lindy.activity.MergeResult;
import dev.lindy.failpoint.FailPoint;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings accepted candidates to the goal branch, by compare-and-swap and once each. */
public final class Integration {

    private static final int TRIES = 10;

    private final Git git;
    private final GoalBranch goal;
    private final Commits commits;
    private final MergeLog merges;

    public Integration(Repository repository, GoalBranch goal) {
        this.git = repository.git();
        this.goal = goal;
        this.commits = repository.commits();
        this.merges = repository.merges(goal.base());
    }

    /**
     * Merges a candidate with the tip of the goal branch and publishes the result, unless a gate has to see it first.
     *
     * <p>Idempotent: a second delivery finds the merge commit by its trailers. A candidate without any change merges to
     * the tip.
     */
    public MergeResult merge(MergeOrder order, MergeParts parts) {
        for (int n = 0; n < TRIES; n++) {
            String tip = goal.tip();
            MergeResult result = mergeOnto(tip, order, parts);
            if (!(result instanceof MergeResult.Moved)) {
                return result;
            }
        }
        return new MergeResult.Moved(goal.tip());
    }

    private MergeResult mergeOnto(String tip, MergeOrder order, MergeParts parts) {
        Optional<String> earlier = find(tip, order.run(), order.task(), order.candidate());
        if (earlier.isPresent()) {
            return new MergeResult.Merged(earlier.get());
        }
        Changes changes = new Changes(git);
        String judged = changes.treeOf(order.candidate());
        if (judged.equals(changes.treeOf(order.judgedBase()))) {
            return new MergeResult.Merged(tip);
        }
        TreeMerge merge = tip.equals(order.judgedBase()) && git.isAncestor(tip, order.candidate())
                ? TreeMerge.clean(judged)
                : TreeMerge.of(folder(order), tip, order.candidate());
        Optional<Map<String, byte[]>> resolved = merge.resolved(git, parts);
        if (resolved.isEmpty()) {
            return new MergeResult.Conflicted(
                    merge.conflicts().keySet().stream()
                            .limit(Candidate.MAX_FILES)
                            .toList(),
                    tip);
        }
        String commit = commit(tip, order, merge.tree(), resolved.get(), parts);
        FailPoint.MERGE_COMMITTED.pass();
        if (order.needGates() && !merge.tree().equals(judged)) {
            return new MergeResult.NeedsGates(commit, tip);
        }
        return publish(order.run(), order.task(), commit, tip, parts);
    }

    private Git folder(MergeOrder order) {
        return Files.isDirectory(order.worktree()) ? git.in(order.worktree()) : git;
    }

    private String commit(String tip, MergeOrder order, String tree, Map<String, byte[]> resolved, MergeParts parts) {
        Map<String, byte[]> files = new LinkedHashMap<>(resolved);
        TreeFiles merged = new TreeFiles(git);
        files.putAll(parts.edits(path -> resolved.containsKey(path) ? resolved.get(path) : merged.read(tree, path)));
        return commits.commit(List.of(tip, order.candidate()), tree, files, order.message(), order.at());
    }

    /**
     * Moves the goal branch from a tip to a merge commit and the journal with it, all or nothing.
     *
     * <p>Idempotent: a second delivery finds the merge commit in the goal branch.
     */
    public MergeResult publish(RunId run, TaskId task, String mergeCommit, String tip, MergeParts parts) {
        GitOutput refusal = null;
        for (int n = 0; n < TRIES; n++) {
            String now = goal.tip();
            if (!now.equals(tip)) {
                return published(now, run, task, mergeCommit);
            }
            @Nullable RefUpdate journal = parts.record(mergeCommit);
            FailPoint.MERGE_JOURNALED.pass();
            refusal = goal.advance(tip, mergeCommit, journal);
            if (refusal.succeeded()) {
                FailPoint.GOAL_MOVED.pass();
                return new MergeResult.Merged(mergeCommit);
            }
        }
        throw new GitFailed("could not move the goal branch: " + complaint(refusal), null);
    }

    private static String complaint(@Nullable GitOutput refusal) {
        return refusal == null ? "no answer" : refusal.complaint();
    }

    private MergeResult published(String now, RunId run, TaskId task, String mergeCommit) {
        String candidate = git.files()
                .commit(mergeCommit)
                .filter(commit -> commit.parents().size() > 1)
                .map(commit -> commit.parents().get(1))
                .orElseGet(() -> git.line("rev-parse", "--verify", mergeCommit + "^2"));
        Optional<String> earlier = find(now, run, task, candidate);
        return earlier.isPresent() ? new MergeResult.Merged(earlier.get()) : new MergeResult.Moved(now);
    }

    /** The merge commit of a candidate between base and tip. */
    private Optional<String> find(String tip, RunId run, TaskId task, String candidate) {
        return merges.find(tip, run, task, candidate);
    }
}
