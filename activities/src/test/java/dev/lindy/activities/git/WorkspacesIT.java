package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesIT {

    private static final TaskId TASK = TaskId.of(1);

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void createRepository() {
        sandbox = Sandbox.withCommit(folder);
    }

    @Test
    void makesAWorktreeOnABranchOfItsOwn() {
        Workspace workspace = sandbox.prepare(1);

        assertThat(workspace.branch()).isEqualTo("af/task-1");
        assertThat(workspace.startCommit()).isEqualTo(sandbox.head());
        assertThat(sandbox.gitIn(workspace.root(), "symbolic-ref", "HEAD")).isEqualTo("refs/heads/af/task-1");
        assertThat(workspace.root().resolve("src/main.txt")).exists();
        assertThat(workspace.notes()).isEmpty();
    }

    @Test
    void leavesADirtyTreeAsItIsAndRunsNoHook() {
        sandbox.failingHooks();
        sandbox.write("README.md", "dirty\n");
        sandbox.write("staged.txt", "staged\n");
        sandbox.git("add", "staged.txt");
        sandbox.write("untracked.txt", "new\n");
        String before = sandbox.userState();

        Workspace workspace = sandbox.prepare(1);
        Sandbox.write(workspace.root(), "made.txt", "made\n");
        new Candidates(sandbox.repository())
                .collect(workspace, 1, workspace.startCommit(), new CollectPolicy(List.of(), true, "Task 1"));

        assertThat(sandbox.userState()).isEqualTo(before);
        assertThat(sandbox.hookRan()).isFalse();
    }

    /** Git reads the records of all worktrees, also one that another git is just writing. */
    @Test
    void removesAWorktreeWhileAnotherIsMade() throws IOException {
        Workspace workspace = sandbox.prepare(1);
        Path record = Files.createDirectories(sandbox.project().resolve(".git/worktrees/half-made"));
        Files.writeString(record.resolve("gitdir"), sandbox.project().resolve("half-made/.git") + "\n");
        Files.writeString(record.resolve("HEAD"), "ref: refs/heads/half-made\n");
        Path begun = Files.createFile(record.resolve("commondir"));
        CompletableFuture<Boolean> written = CompletableFuture.supplyAsync(
                () -> begun.toFile().delete(), CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));

        assertThat(sandbox.workspaces().remove(workspace, sandbox.head())).isEmpty();

        assertThat(workspace.root()).doesNotExist();
        assertThat(written.join()).isTrue();
    }

    @Test
    void findsItsWorktreeAgainWithAllThatIsInIt() {
        Workspace first = sandbox.prepare(1);
        Sandbox.write(first.root(), "half.txt", "half done");
        sandbox.commitIn(sandbox.project(), "later.txt", "later");

        Workspace second = sandbox.prepare(1);

        assertThat(second).isEqualTo(first);
        assertThat(second.root().resolve("half.txt")).hasContent("half done");
    }

    @Test
    void goesOnFromAClaimThatACrashLeft() {
        String tip = sandbox.head();
        new TaskBranches(sandbox.repository().refs(), Sandbox.PREFIX).claim(Sandbox.RUN, TASK, tip);
        sandbox.commitIn(sandbox.project(), "later.txt", "later");

        Workspace workspace = sandbox.prepare(1);

        assertThat(workspace.branch()).isEqualTo("af/task-1");
        assertThat(workspace.startCommit()).isEqualTo(tip);
    }

    @Test
    void takesAnotherNameWhereTheBranchIsTaken() {
        sandbox.git("branch", "af/task-1");
        sandbox.commitIn(sandbox.project(), "later.txt", "later");
        String taken = sandbox.git("rev-parse", "af/task-1");

        Workspace workspace = sandbox.prepare(1);

        assertThat(workspace.branch()).isEqualTo("af/task-1-" + Sandbox.RUN);
        assertThat(sandbox.git("rev-parse", "af/task-1")).isEqualTo(taken);
        assertThat(sandbox.prepare(1)).isEqualTo(workspace);
    }

    @Test
    void keepsRunsApart() {
        sandbox.prepare(1);
        RunId other = RunId.of("12345678");

        Workspace second = sandbox.workspaces()
                .prepare(other, TASK, sandbox.head(), sandbox.folder().resolve("other/task-1"));

        assertThat(second.branch()).isEqualTo("af/task-1-12345678");
    }

    @Test
    void finishesWhatACrashLeftHalfMade() throws Exception {
        Workspace workspace = sandbox.prepare(1);
        Path record = sandbox.project().resolve(".git/worktrees/task-1");
        Files.delete(record.resolve("lindy-workspace.json"));
        Files.writeString(record.resolve("locked"), "initializing");
        Files.writeString(record.resolve("index.lock"), "");
        Files.delete(workspace.root().resolve("README.md"));

        Workspace again = sandbox.prepare(1);

        assertThat(again).isEqualTo(workspace);
        assertThat(sandbox.gitIn(again.root(), "status", "--porcelain")).isEmpty();
    }

    @Test
    void replacesARecordWhoseFolderIsGone() throws Exception {
        Workspace workspace = sandbox.prepare(1);
        String work = sandbox.commitIn(workspace.root(), "work.txt", "work");
        Deletion.of(workspace.root());
        Files.writeString(sandbox.project().resolve(".git/worktrees/task-1/locked"), "initializing");

        Workspace again = sandbox.prepare(1);

        assertThat(again.startCommit()).isEqualTo(workspace.startCommit());
        assertThat(sandbox.gitIn(again.root(), "rev-parse", "HEAD")).isEqualTo(work);
    }

    @Test
    void setsFilesAsideThatTheRepositoryHasForgotten() throws Exception {
        Workspace workspace = sandbox.prepare(1);
        Sandbox.write(workspace.root(), "only-copy.txt", "precious");
        Deletion.of(sandbox.project().resolve(".git/worktrees/task-1"));

        Workspace again = sandbox.prepare(1);

        assertThat(again.notes()).singleElement().asString().contains("task-1.lost-1");
        assertThat(again.root().resolveSibling("task-1.lost-1/only-copy.txt")).hasContent("precious");
    }

    @Test
    void refusesAFolderWithFilesOfSomebodyElse() {
        Sandbox.write(sandbox.worktree(1), "thesis.txt", "years of work");

        assertThatThrownBy(() -> sandbox.prepare(1))
                .isInstanceOf(GitProblem.class)
                .hasMessageContaining("task-1");
        assertThat(sandbox.worktree(1).resolve("thesis.txt")).exists();
    }

    @Test
    void removesALockOfAKilledGit() throws Exception {
        Workspace workspace = sandbox.prepare(1);
        Path lock = Files.writeString(sandbox.project().resolve(".git/worktrees/task-1/index.lock"), "");

        sandbox.prepare(1);

        assertThat(lock).doesNotExist();
        assertThat(sandbox.commitIn(workspace.root(), "a.txt", "a")).isNotBlank();
    }

    @Test
    void keepsALockWhileAProgramIsAtWork() throws Exception {
        Workspace workspace = sandbox.prepare(1);
        Path lock = Files.writeString(sandbox.project().resolve(".git/worktrees/task-1/index.lock"), "");
        Process program = new ProcessBuilder("sleep", "60")
                .directory(workspace.root().toFile())
                .start();
        try {
            assertThatThrownBy(() -> sandbox.prepare(1)).isInstanceOf(GitFailed.class);
            assertThat(lock).exists();
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void worksDetachedWhereTheUserHasTheBranchCheckedOut() throws Exception {
        Workspace workspace = sandbox.prepare(1);
        sandbox.git("worktree", "remove", "--force", workspace.root().toString());
        sandbox.git("checkout", "-q", "af/task-1");

        Workspace again = sandbox.prepare(1);

        assertThat(again.notes()).singleElement().asString().contains("checked out in");
        assertThat(sandbox.gitIn(again.root(), "rev-parse", "--abbrev-ref", "HEAD"))
                .isEqualTo("HEAD");
    }

    @Test
    void bringsFilesThatNoCommitMayHold() {
        sandbox.write(".gitignore", "node_modules/\n");
        sandbox.git("add", "-A");
        sandbox.git("commit", "-qm", "Ignore");
        sandbox.write(".env", "KEY=1");
        sandbox.write("node_modules/lib/x.js", "x");
        sandbox.write("conf dir/local.yml", "y");
        WorkspaceFiles files = new WorkspaceFiles(
                List.of(".env", "conf dir", "README.md", "absent", "../home", ".git/config"), List.of("node_modules"));
        Workspaces workspaces = new Workspaces(sandbox.repository(), Sandbox.PREFIX, files);

        Workspace workspace = workspaces.prepare(Sandbox.RUN, TASK, sandbox.head(), sandbox.worktree(1));
        sandbox.commitIn(workspace.root(), "work.txt", "work");

        assertThat(workspace.root().resolve(".env")).hasContent("KEY=1");
        assertThat(workspace.root().resolve("node_modules")).isSymbolicLink();
        assertThat(workspace.root().resolve("conf dir/local.yml")).exists();
        assertThat(workspace.root().resolve("README.md")).hasContent("hello");
        assertThat(sandbox.gitIn(workspace.root(), "ls-files")).doesNotContain(".env", "node_modules", "conf dir");
        assertThat(workspace.notes()).hasSize(3);
    }

    @Test
    void bringsFilesOfAProjectInASubfolder() {
        sandbox.write("src/.env", "KEY=2");
        Repository repository = Repository.open(sandbox.project().resolve("src"), sandbox.environment());
        Workspaces workspaces =
                new Workspaces(repository, Sandbox.PREFIX, new WorkspaceFiles(List.of(".env"), List.of()));

        Workspace workspace = workspaces.prepare(Sandbox.RUN, TASK, sandbox.head(), sandbox.worktree(1));

        assertThat(workspace.project()).isEqualTo(workspace.root().resolve("src"));
        assertThat(workspace.project().resolve(".env")).exists();
        assertThat(sandbox.gitIn(workspace.root(), "status", "--porcelain")).isEmpty();
    }

    @Test
    void initializesSubmodulesOrSaysThatItCouldNot() {
        Sandbox library = Sandbox.withCommit(sandbox.folder().resolve("home"));
        sandbox.git("submodule", "add", "-q", library.project().toString(), "lib");
        sandbox.git("commit", "-qm", "Add lib");
        Map<String, String> trusting = new LinkedHashMap<>(sandbox.environment());
        Path config = Sandbox.write(sandbox.folder(), "config", "[protocol \"file\"]\n\tallow = always\n");
        trusting.put("GIT_CONFIG_GLOBAL", config.toString());

        Workspace with = new Workspaces(
                        Repository.open(sandbox.project(), trusting), Sandbox.PREFIX, WorkspaceFiles.none())
                .prepare(Sandbox.RUN, TASK, sandbox.head(), sandbox.worktree(1));
        Workspace without = sandbox.prepare(2);

        assertThat(with.root().resolve("lib/README.md")).exists();
        assertThat(with.notes()).isEmpty();
        assertThat(without.notes()).singleElement().asString().startsWith("submodules could not all be fetched");
    }

    @Test
    void preparesManyAtOnce() throws Exception {
        String tip = sandbox.head();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Workspace>> futures = new ArrayList<>();
            for (int n = 1; n <= 8; n++) {
                int task = n;
                futures.add(pool.submit(
                        () -> sandbox.workspaces().prepare(Sandbox.RUN, TaskId.of(task), tip, sandbox.worktree(task))));
            }
            for (Future<Workspace> future : futures) {
                assertThat(future.get().root().resolve("README.md")).exists();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(sandbox.git("worktree", "list").lines()).hasSize(9);
    }

    @Test
    void comesBackToTheBranchAfterJudging() {
        Workspace workspace = sandbox.prepare(1);
        String work = sandbox.commitIn(workspace.root(), "work.txt", "work");
        Workspaces workspaces = sandbox.workspaces();

        workspaces.checkoutDetached(workspace, sandbox.head());
        assertThat(workspace.root().resolve("work.txt")).doesNotExist();
        Sandbox.write(workspace.root(), "README.md", "changed by a gate");
        workspaces.backToBranch(workspace);

        assertThat(sandbox.gitIn(workspace.root(), "rev-parse", "HEAD")).isEqualTo(work);
        assertThat(sandbox.gitIn(workspace.root(), "symbolic-ref", "HEAD")).isEqualTo("refs/heads/af/task-1");
    }

    @Test
    void comesBackToTheBranchWhenACrashCutJudgingShort() {
        Workspace workspace = sandbox.prepare(1);
        sandbox.workspaces().checkoutDetached(workspace, sandbox.head());

        Workspace again = sandbox.prepare(1);

        assertThat(sandbox.gitIn(again.root(), "symbolic-ref", "HEAD")).isEqualTo("refs/heads/af/task-1");
    }

    @Test
    void keepsChangesThatACheckoutWouldOverwrite() {
        Workspace workspace = sandbox.prepare(1);
        String work = sandbox.commitIn(workspace.root(), "README.md", "first");
        Sandbox.write(workspace.root(), "README.md", "not committed");

        sandbox.workspaces().checkoutDetached(workspace, sandbox.head());

        String kept = "refs/lindy/keep/" + Sandbox.RUN + "/task-1/changes";
        assertThat(sandbox.git("show", kept + ":README.md")).isEqualTo("not committed");
        assertThat(sandbox.git("rev-parse", "af/task-1")).isEqualTo(work);
    }

    @Test
    void removesAWorktreeOnlyWhenNothingIsLost() {
        Workspace workspace = sandbox.prepare(1);
        Workspaces workspaces = sandbox.workspaces();
        String goal = sandbox.head();

        Sandbox.write(workspace.root(), "left.txt", "left");
        assertThat(workspaces.remove(workspace, goal)).contains("left.txt");
        String work = sandbox.commitIn(workspace.root(), "left.txt", "left");
        assertThat(workspaces.remove(workspace, goal)).contains("not in the goal branch");
        assertThat(workspace.root()).exists();

        assertThat(workspaces.remove(workspace, work)).isEmpty();
        assertThat(workspace.root()).doesNotExist();
        assertThat(sandbox.git("rev-parse", "af/task-1")).isEqualTo(work);
    }

    @Test
    void goesOnWithARemovalThatWasCutShort() throws IOException {
        Workspace workspace = sandbox.prepare(1);
        Files.delete(workspace.root().resolve("README.md"));

        assertThat(sandbox.workspaces().remove(workspace, sandbox.head())).isEmpty();

        assertThat(workspace.root()).doesNotExist();
        assertThat(sandbox.git("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void removesTheRecordOfAWorktreeWhoseFolderIsGone() throws IOException {
        Workspace workspace = sandbox.prepare(1);
        Path base = sandbox.folder().resolve("state/base");
        sandbox.workspaces().prepareBase(sandbox.head(), base);
        Deletion.of(workspace.root());
        Deletion.of(base.resolve(".git"));

        assertThat(sandbox.workspaces().remove(workspace, sandbox.head())).isEmpty();
        sandbox.workspaces().removeBase(base);

        assertThat(base).doesNotExist();
        assertThat(sandbox.git("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void worksFromALinkedWorktree() {
        Path linked = sandbox.folder().resolve("linked");
        sandbox.git("worktree", "add", "-q", linked.toString(), "-b", "feature");
        Workspaces workspaces =
                new Workspaces(Repository.open(linked, sandbox.environment()), Sandbox.PREFIX, WorkspaceFiles.none());

        Workspace workspace = workspaces.prepare(Sandbox.RUN, TASK, sandbox.head(), sandbox.worktree(1));

        assertThat(workspace.root().resolve("README.md")).exists();
        assertThat(workspaces.prepare(Sandbox.RUN, TASK, sandbox.head(), sandbox.worktree(1)))
                .isEqualTo(workspace);
    }

    @Test
    void makesAWorktreeOfTheBaseAndCleansItForTheNextGate() {
        Workspaces workspaces = sandbox.workspaces();
        Path place = sandbox.folder().resolve("state/base");

        BaseWorktree base = workspaces.prepareBase(sandbox.head(), place);
        Sandbox.write(base.project(), "README.md", "changed by a gate");
        BaseWorktree again = workspaces.prepareBase(sandbox.head(), place);

        assertThat(again).isEqualTo(base);
        assertThat(base.project().resolve("README.md")).hasContent("hello");
        workspaces.removeBase(base.root());
        assertThat(base.root()).doesNotExist();
    }

    @Test
    void needsFewCalls() {
        CountingRunner runner = new CountingRunner(GitBinary.in(sandbox.environment()));
        Repository repository = Repository.open(sandbox.project(), sandbox.environment(), runner);
        Workspaces workspaces = new Workspaces(repository, Sandbox.PREFIX, WorkspaceFiles.none());
        runner.reset();

        workspaces.prepare(Sandbox.RUN, TASK, sandbox.head(), sandbox.worktree(1));

        assertThat(runner.calls()).hasSizeLessThanOrEqualTo(4);
    }
}
