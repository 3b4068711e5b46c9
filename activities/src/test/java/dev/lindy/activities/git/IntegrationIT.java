package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activity.MergeResult;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationIT {

    private static final Instant AT = Instant.parse("2026-11-02T10:20:30Z");

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private GoalBranch goal;
    private Integration integration;
    private String base;

    @BeforeEach
    void claimGoal() {
        sandbox = Sandbox.withCommit(folder);
        base = sandbox.head();
        goal = sandbox.goal();
        integration = new Integration(sandbox.repository(), goal);
    }

    private MergeOrder order(int task, String candidate, boolean needGates) {
        return new MergeOrder(
                Sandbox.RUN, TaskId.of(task), 1, candidate, base, needGates, "Do\nit", sandbox.worktree(task), AT);
    }

    private String work(int task, String path, String text) {
        return sandbox.commitIn(sandbox.prepare(task).root(), path, text);
    }

    private String merge(int task, String candidate) {
        MergeResult result = integration.merge(order(task, candidate, false), MergeParts.NONE);
        assertThat(result).isInstanceOf(MergeResult.Merged.class);
        return ((MergeResult.Merged) result).mergeCommit();
    }

    private String count() {
        return sandbox.git("rev-list", "--count", "--merges", base + ".." + goal.tip());
    }

    @Test
    void makesAMergeCommitWithTrailersAlsoWhereItCouldFastForward() {
        String candidate = work(3, "a.txt", "a");

        String commit = merge(3, candidate);

        assertThat(goal.tip()).isEqualTo(commit);
        assertThat(sandbox.git("rev-parse", "af/goal-" + Sandbox.RUN)).isEqualTo(commit);
        assertThat(sandbox.git("log", "-1", "--format=%P", commit)).isEqualTo(base + " " + candidate);
        assertThat(sandbox.git("log", "-1", "--format=%an|%s|%(trailers:unfold)", commit))
                .isEqualTo("Lindy|Merge task-3: Do it|Lindy-Run: " + Sandbox.RUN
                        + "\nLindy-Task: task-3\nLindy-Attempt: 1");
        assertThat(sandbox.git("rev-parse", commit + "^{tree}"))
                .isEqualTo(sandbox.git("rev-parse", candidate + "^{tree}"));
    }

    @Test
    void mergesOnceForTwoDeliveries() {
        String candidate = work(1, "a.txt", "a");

        String first = merge(1, candidate);
        String second = merge(1, candidate);

        assertThat(second).isEqualTo(first);
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void publishesOnceForTwoDeliveries() {
        merge(1, work(1, "a.txt", "a"));
        String candidate = work(2, "b.txt", "b");
        MergeResult.NeedsGates judged =
                (MergeResult.NeedsGates) integration.merge(order(2, candidate, true), MergeParts.NONE);
        assertThat(count()).isEqualTo("1");

        MergeResult first = publish(2, judged);
        merge(3, work(3, "c.txt", "c"));
        MergeResult second = publish(2, judged);

        assertThat(first).isEqualTo(new MergeResult.Merged(judged.mergeCommit()));
        assertThat(second).isEqualTo(first);
        assertThat(count()).isEqualTo("3");
    }

    private MergeResult publish(int task, MergeResult.NeedsGates judged) {
        return integration.publish(Sandbox.RUN, TaskId.of(task), judged.mergeCommit(), judged.tip(), MergeParts.NONE);
    }

    @Test
    void saysThatTheTipMovedAndChangesNothing() {
        merge(1, work(1, "a.txt", "a"));
        MergeResult.NeedsGates judged =
                (MergeResult.NeedsGates) integration.merge(order(2, work(2, "b.txt", "b"), true), MergeParts.NONE);
        String tip = merge(3, work(3, "c.txt", "c"));

        assertThat(publish(2, judged)).isEqualTo(new MergeResult.Moved(tip));
        assertThat(goal.tip()).isEqualTo(tip);
    }

    @Test
    void needsNoGatesWhereTheMergedTreeIsTheJudgedOne() {
        String tip = merge(1, work(1, "a.txt", "a"));
        Workspace workspace = sandbox.prepare(2);
        sandbox.gitIn(workspace.root(), "merge", "-q", tip);
        String candidate = sandbox.commitIn(workspace.root(), "b.txt", "b");

        assertThat(integration.merge(order(2, candidate, true), MergeParts.NONE))
                .isInstanceOf(MergeResult.Merged.class);
    }

    @Test
    void namesTheFilesInConflictAndChangesNothing() {
        String tip = merge(1, work(1, Sandbox.named("src/mäin.txt"), "mine\n"));
        String candidate = work(2, Sandbox.named("src/mäin.txt"), "yours\n");

        MergeResult result = integration.merge(order(2, candidate, true), MergeParts.NONE);

        assertThat(result).isEqualTo(new MergeResult.Conflicted(List.of(Sandbox.named("src/mäin.txt")), tip));
        assertThat(goal.tip()).isEqualTo(tip);
        assertThat(sandbox.gitIn(sandbox.worktree(2), "status", "--porcelain")).isEmpty();
    }

    @Test
    void mergesAChangeOfNothingToTheTip() {
        String tip = merge(1, work(1, "a.txt", "a"));

        assertThat(merge(2, base)).isEqualTo(tip);
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void carriesEditsAndResolvedConflicts() {
        merge(1, work(1, "STATUS.md", "one\n"));
        String candidate = work(2, "STATUS.md", "two\n");
        MergeParts parts = new MergeParts() {
            @Override
            public boolean resolves(String path) {
                return path.equals("STATUS.md");
            }

            @Override
            public Optional<byte[]> resolve(
                    String path, byte @Nullable [] from, byte @Nullable [] tip, byte @Nullable [] other) {
                assertThat(path).isEqualTo("STATUS.md");
                assertThat(from).isNull();
                return Optional.of((new String(tip, StandardCharsets.UTF_8) + new String(other, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public Map<String, byte[]> edits(MergedFiles merged) {
                String text = new String(merged.read("STATUS.md"), StandardCharsets.UTF_8);
                assertThat(merged.read("absent")).isNull();
                return Map.of("STATUS.md", (text + "done\n").getBytes(StandardCharsets.UTF_8));
            }
        };

        MergeResult result = integration.merge(order(2, candidate, false), parts);

        assertThat(result).isInstanceOf(MergeResult.Merged.class);
        assertThat(sandbox.git("show", goal.tip() + ":STATUS.md")).isEqualTo("one\ntwo\ndone");
        assertThat(sandbox.git("show", goal.tip() + ":README.md")).isEqualTo("hello");
    }

    @Test
    void editsAFileOfAFolderWithoutAProcessAndKeepsItsMode() {
        sandbox.write("api/STATUS.md", "one\n").toFile().setExecutable(true);
        sandbox.git("add", "-A");
        sandbox.git("commit", "-qm", "Status");
        base = sandbox.head();
        goal = GoalBranch.claim(sandbox.repository(), Sandbox.PREFIX, RunId.of("0badcaff"), base);
        CountingRunner runner = new CountingRunner(GitBinary.in(sandbox.environment()));
        Repository repository = Repository.open(sandbox.project(), sandbox.environment(), runner);
        String candidate = work(1, "api/a.txt", "a");
        runner.reset();

        new Integration(repository, goal).merge(order(1, candidate, false), new Appending("api/STATUS.md"));

        assertThat(runner.calls()).noneMatch(call -> call.contains("fast-import") || call.contains("cat-file"));
        assertThat(sandbox.git("ls-tree", goal.tip(), "api/STATUS.md")).startsWith("100755 blob");
        assertThat(sandbox.git("show", goal.tip() + ":api/STATUS.md")).isEqualTo("one\ndone");
        assertThat(sandbox.git("ls-tree", "-r", "--name-only", goal.tip()))
                .isEqualTo("README.md\napi/STATUS.md\napi/a.txt\nsrc/main.txt");
        sandbox.git("fsck", "--strict", "--no-dangling");
    }

    @Test
    void editsPackedFiles() {
        sandbox.write("STATUS.md", "one\n");
        sandbox.git("add", "-A");
        sandbox.git("commit", "-qm", "Status");
        base = sandbox.head();
        goal = GoalBranch.claim(sandbox.repository(), Sandbox.PREFIX, RunId.of("0badcaff"), base);
        integration = new Integration(sandbox.repository(), goal);
        String candidate = work(1, "a.txt", "a");
        sandbox.git("repack", "-adq");
        sandbox.git("prune-packed");

        integration.merge(order(1, candidate, false), new Appending("STATUS.md"));

        assertThat(sandbox.git("show", goal.tip() + ":STATUS.md")).isEqualTo("one\ndone");
        sandbox.git("fsck", "--strict", "--no-dangling");
    }

    @Test
    void keepsTheModeOfAPackedFile() {
        assertThat(sandbox.write("STATUS.md", "one\n").toFile().setExecutable(true))
                .isTrue();
        sandbox.git("add", "-A");
        sandbox.git("commit", "-qm", "Status");
        base = sandbox.head();
        goal = GoalBranch.claim(sandbox.repository(), Sandbox.PREFIX, RunId.of("0badcaff"), base);
        integration = new Integration(sandbox.repository(), goal);
        String candidate = work(1, "a.txt", "a");
        sandbox.git("repack", "-adq");
        sandbox.git("prune-packed");

        integration.merge(order(1, candidate, false), new Appending("STATUS.md"));

        assertThat(sandbox.git("ls-tree", goal.tip(), "STATUS.md")).startsWith("100755 blob");
    }

    @Test
    void readsRegularFilesAlone() throws IOException {
        Files.createSymbolicLink(sandbox.project().resolve("STATUS.md"), Path.of("README.md"));
        sandbox.git("add", "-A");
        sandbox.git("commit", "-qm", "Link");
        TreeFiles files = new TreeFiles(sandbox.repository().git());
        String tree = sandbox.git("rev-parse", "HEAD^{tree}");

        for (String path : List.of("STATUS.md", "src", "src/none", "README.md/none", "none/STATUS.md")) {
            assertThat(files.read(tree, path)).as(path).isNull();
        }
        sandbox.git("repack", "-adq");
        sandbox.git("prune-packed");
        for (String path : List.of("STATUS.md", "src", "src/none", "README.md/none", "none/STATUS.md")) {
            assertThat(files.read(tree, path)).as("packed " + path).isNull();
        }
        assertThat(files.read(tree, "src/main.txt"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void resolvesNoConflictOfALink() throws IOException {
        merge(1, work(1, "STATUS.md", "one\n"));
        Path other = sandbox.prepare(2).root();
        Files.createSymbolicLink(other.resolve("STATUS.md"), Path.of("README.md"));
        String candidate = sandbox.commitIn(other, "b.txt", "b");
        MergeParts eager = new MergeParts() {
            @Override
            public boolean resolves(String path) {
                return true;
            }

            @Override
            public Optional<byte[]> resolve(
                    String path, byte @Nullable [] from, byte @Nullable [] tip, byte @Nullable [] theirs) {
                return Optional.of(new byte[0]);
            }
        };

        assertThat(integration.merge(order(2, candidate, false), eager)).isInstanceOf(MergeResult.Conflicted.class);
    }

    @Test
    void makesTheSameCommitForARepeatedOrder() {
        String candidate = work(1, "a.txt", "a");
        MergeResult first = integration.merge(order(1, candidate, false), MergeParts.NONE);
        sandbox.git("update-ref", "refs/lindy/goal/" + Sandbox.RUN, base);

        MergeResult second =
                new Integration(sandbox.repository(), goal).merge(order(1, candidate, false), MergeParts.NONE);

        assertThat(second).isEqualTo(first);
    }

    /** Adds a line to a file. */
    private record Appending(String path) implements MergeParts {
        @Override
        public Map<String, byte[]> edits(MergedFiles merged) {
            String text = new String(merged.read(path), StandardCharsets.UTF_8);
            return Map.of(path, (text + "done\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void movesGoalAndJournalTogether() {
        Journal journal = new Journal(sandbox.repository(), Sandbox.RUN);
        journal.append(List.of(new JournalFile("goal.md", new byte[] {'g'})), "Start");
        MergeParts recording = new MergeParts() {
            private int calls;

            @Override
            public RefUpdate record(String mergeCommit) {
                RefUpdate update = journal.prepare(
                        List.of(new JournalFile("state.json", mergeCommit.getBytes(StandardCharsets.UTF_8))), "Merge");
                if (calls++ == 0) {
                    // another writer is quicker
                    journal.append(List.of(new JournalFile("report.md", new byte[] {'r'})), "Other");
                }
                return update;
            }
        };

        MergeResult result = integration.merge(order(1, work(1, "a.txt", "a"), true), recording);

        assertThat(result).isEqualTo(new MergeResult.Merged(goal.tip()));
        assertThat(journal.read("state.json")).contains(goal.tip().getBytes(StandardCharsets.UTF_8));
        assertThat(journal.list("")).containsExactly("goal.md", "report.md", "state.json");
    }

    @Test
    void leavesABranchThatTheUserHasCheckedOut() {
        String name = goal.name();
        assertThat(name).isEqualTo("af/goal-" + Sandbox.RUN);
        sandbox.git("checkout", "-q", name);
        String before = sandbox.userState();

        String commit = merge(1, work(1, "a.txt", "a"));

        assertThat(sandbox.userState()).isEqualTo(before);
        assertThat(sandbox.git("rev-parse", name)).isEqualTo(base);
        assertThat(goal.tip()).isEqualTo(commit);
        assertThat(goal.name()).isEqualTo("refs/lindy/goal/" + Sandbox.RUN);

        sandbox.git("checkout", "-q", "main");
        merge(2, work(2, "b.txt", "b"));
        assertThat(goal.name()).isEqualTo(name);
    }

    @Test
    void takesNothingThatAnAgentCommitsToTheGoalBranch() {
        Workspace workspace = sandbox.prepare(1);
        sandbox.gitIn(workspace.root(), "checkout", "-q", goal.name());
        String sneaked = sandbox.commitIn(workspace.root(), "sneaked.txt", "x");

        String commit = merge(2, work(2, "b.txt", "b"));

        assertThat(goal.tip()).isEqualTo(commit);
        assertThat(sandbox.git("ls-tree", "-r", "--name-only", commit)).doesNotContain("sneaked.txt");
        assertThat(sandbox.git("rev-parse", "af/goal-" + Sandbox.RUN)).isEqualTo(sneaked);
    }

    @Test
    void claimsTheGoalBranchOnce() {
        String commit = merge(1, work(1, "a.txt", "a"));
        sandbox.commitIn(sandbox.project(), "later.txt", "later");

        GoalBranch again = GoalBranch.claim(sandbox.repository(), Sandbox.PREFIX, Sandbox.RUN, base);

        assertThat(again.tip()).isEqualTo(commit);
    }

    @Test
    void usesARefOfItsOwnWhereTheGoalBranchIsTaken() {
        sandbox.git("branch", "taken/goal-" + Sandbox.RUN);
        sandbox.git("update-ref", "-d", "refs/lindy/goal/" + Sandbox.RUN);
        String tip = sandbox.commitIn(sandbox.project(), "later.txt", "later");

        GoalBranch other = GoalBranch.claim(sandbox.repository(), "taken", Sandbox.RUN, tip);

        assertThat(other.name()).isEqualTo("refs/lindy/goal/" + Sandbox.RUN);
        assertThat(sandbox.git("rev-parse", "taken/goal-" + Sandbox.RUN)).isEqualTo(base);
    }

    @Test
    void saysThatTheGoalIsGone() {
        sandbox.git("update-ref", "-d", "refs/lindy/goal/" + Sandbox.RUN);

        assertThatThrownBy(goal::tip)
                .isInstanceOfSatisfying(
                        GitProblem.class, problem -> assertThat(problem.kind()).isEqualTo(GitProblem.Kind.GOAL_BRANCH));
    }

    @Test
    void losesNothingWhenManyMergeAtOnce() throws Exception {
        List<String> candidates = new ArrayList<>();
        for (int n = 1; n <= 8; n++) {
            candidates.add(work(n, "file-" + n + ".txt", "x"));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<MergeResult>> futures = new ArrayList<>();
            for (int n = 1; n <= 8; n++) {
                MergeOrder order = order(n, candidates.get(n - 1), false);
                futures.add(pool.submit(() -> mergeUntilDone(order)));
            }
            for (Future<MergeResult> future : futures) {
                assertThat(future.get()).isInstanceOf(MergeResult.Merged.class);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(count()).isEqualTo("8");
        assertThat(sandbox.git("ls-tree", "-r", "--name-only", goal.tip())
                        .lines()
                        .filter(name -> name.startsWith("file-")))
                .hasSize(8);
    }

    private MergeResult mergeUntilDone(MergeOrder order) {
        MergeResult result = integration.merge(order, MergeParts.NONE);
        while (result instanceof MergeResult.Moved) {
            result = integration.merge(order, MergeParts.NONE);
        }
        return result;
    }

    @Test
    void leavesTheUsersTreeAlone() {
        String candidate = work(1, "a.txt", "a");
        sandbox.failingHooks();
        sandbox.write("README.md", "dirty\n");
        String before = sandbox.userState();

        merge(1, candidate);

        assertThat(sandbox.userState()).isEqualTo(before);
        assertThat(sandbox.hookRan()).isFalse();
    }

    @Test
    void needsFewCalls() {
        merge(1, work(1, "a.txt", "a"));
        String candidate = work(2, "b.txt", "b");
        CountingRunner runner = new CountingRunner(GitBinary.in(sandbox.environment()));
        Repository repository = Repository.open(sandbox.project(), sandbox.environment(), runner);
        Integration counted = new Integration(repository, GoalBranch.of(repository, Sandbox.PREFIX, Sandbox.RUN, base));
        runner.reset();

        counted.merge(order(2, candidate, false), MergeParts.NONE);

        assertThat(runner.calls()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void drawsTheGoalBranch() {
        merge(1, work(1, "a.txt", "a"));

        assertThat(new Changes(sandbox.repository()).graph(base, goal.name()))
                .contains("Merge task-1: Do it", "Change a.txt");
    }
}
