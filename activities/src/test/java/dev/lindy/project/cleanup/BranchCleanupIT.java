package dev.lindy.project.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.cleanup.Finding.Fate;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Task branches and worktrees go only when nothing is lost with them. */
class BranchCleanupIT {

    private OldProject project;

    @BeforeEach
    void project(@TempDir Path folder) throws IOException {
        project = new OldProject(folder);
    }

    private void branchWithCommit(String branch, int daysAgo) throws IOException {
        project.git("checkout", "-q", "-b", branch);
        project.commit(branch.replace('/', '-') + ".txt", daysAgo);
        project.git("checkout", "-q", "main");
    }

    private String branches() {
        return project.git("branch", "--format=%(refname:short)");
    }

    @Test
    void deletesAnOldTaskBranchThatIsMerged() throws IOException {
        branchWithCommit("af/task-1", 40);
        project.git("merge", "-q", "--no-ff", "-m", "Merge", "af/task-1");

        Finding finding = project.finding("af/task-1");

        assertThat(finding.fate()).isEqualTo(Fate.GO);
        assertThat(finding.detail()).isEqualTo("last commit 40 days ago; merged into main");
        assertThat(finding.disposal().dispose()).isEmpty();
        assertThat(branches()).isEqualTo("main");
    }

    @Test
    void keepsATaskBranchWhoseCommitsAreInAnotherTaskBranchOnly() throws IOException {
        branchWithCommit("af/task-1", 40);
        project.git("branch", "af/task-2", "af/task-1");

        assertThat(project.finding("af/task-1").fate()).isEqualTo(Fate.KEEP);
        assertThat(project.finding("af/task-2").detail()).endsWith("its commits are in no other branch");
    }

    @Test
    void takesTheGoalRefAsAHolder() throws IOException {
        branchWithCommit("af/task-1", 40);
        project.git("update-ref", "refs/lindy/goal/0badcafe", "af/task-1");

        assertThat(project.finding("af/task-1").fate()).isEqualTo(Fate.GO);
    }

    @Test
    void leavesYoungBranchesAlone() throws IOException {
        branchWithCommit("af/task-1", 3);
        project.git("merge", "-q", "--no-ff", "-m", "Merge", "af/task-1");

        assertThat(project.look().findings()).isEmpty();
    }

    @Test
    void keepsABranchThatGotACommitBetweenLookAndDeletion() throws IOException {
        branchWithCommit("af/task-1", 40);
        project.git("merge", "-q", "--no-ff", "-m", "Merge", "af/task-1");
        Finding finding = project.finding("af/task-1");
        project.git("checkout", "-q", "af/task-1");
        project.commit("late.txt", 0);
        project.git("checkout", "-q", "main");

        assertThat(finding.disposal().dispose()).isEqualTo("it has moved meanwhile");
        assertThat(branches()).contains("af/task-1");
    }

    @Test
    void keepsWhatARunOwnsThatIsNotKnownToBeOver() throws IOException {
        branchWithCommit("af/task-1", 40);
        project.git("merge", "-q", "--no-ff", "-m", "Merge", "af/task-1");
        project.git("update-ref", "refs/lindy/tasks/0badcafe/task-1", "main");

        assertThat(project.finding("af/task-1").detail()).endsWith("run 0badcafe is not known to be over");

        project.run("0badcafe", RunStatus.PAUSED, 40);
        assertThat(project.finding("af/task-1").fate()).isEqualTo(Fate.KEEP);

        project.run("0badcafe", RunStatus.COMPLETED, 20);
        assertThat(project.finding("af/task-1").disposal().dispose()).isEmpty();
        assertThat(project.git("for-each-ref", "refs/lindy/tasks")).isEmpty();
    }

    @Test
    void removesACleanWorktreeOfAnOldRunAndKeepsItsBranch() {
        Path worktree = worktree("af/task-1", RunStatus.COMPLETED);

        assertThat(project.finding("af/task-1").detail()).contains("it is checked out in");
        assertThat(project.finding("0badcafe/task-1").disposal().dispose()).isEmpty();
        assertThat(worktree).doesNotExist();
        assertThat(branches()).contains("af/task-1");
    }

    private Path worktree(String branch, RunStatus status) {
        project.run("0badcafe", status, 20);
        Path worktree = project.state.root().resolve("worktrees/0badcafe/task-1");
        project.git("worktree", "add", "-q", "-b", branch, worktree.toString());
        return worktree;
    }

    @Test
    void keepsAWorktreeWithUncommittedFiles() throws IOException {
        Path worktree = worktree("af/task-1", RunStatus.FAILED);
        Files.writeString(worktree.resolve("half.txt"), "half");

        Finding finding = project.finding("0badcafe/task-1");

        assertThat(finding.fate()).isEqualTo(Fate.KEEP);
        assertThat(finding.detail()).endsWith("it has uncommitted files, for instance half.txt");
    }

    @Test
    void keepsAWorktreeThatGotAFileBetweenLookAndRemoval() throws IOException {
        Path worktree = worktree("af/task-1", RunStatus.FAILED);
        Finding finding = project.finding("0badcafe/task-1");
        Files.writeString(worktree.resolve("late.txt"), "late");

        assertThat(finding.disposal().dispose()).contains("late.txt");
        assertThat(worktree.resolve("late.txt")).exists();
    }

    @Test
    void keepsTheWorktreeOfARunAtWork() {
        worktree("af/task-1", RunStatus.RUNNING);

        assertThat(project.finding("0badcafe/task-1").fate()).isEqualTo(Fate.KEEP);
    }

    @Test
    void removesACleanWorktreeThatTheOriginalLeft() {
        project.git("worktree", "add", "-q", "-b", "af/task-9", ".worktrees/task-9");

        assertThat(project.finding(".worktrees/task-9").disposal().dispose()).isEmpty();
        assertThat(project.root.resolve(".worktrees/task-9")).doesNotExist();
    }

    @Test
    void saysWhatItCouldNotLookAtWhereThereIsNoRepository(@TempDir Path folder) throws IOException {
        Path bare = Files.createDirectories(folder.resolve("bare"));

        Cleanup.Report report = new Cleanup(
                        bare, ProjectConfig.defaults(), project.state, OldProject.LIMITS, OldProject.NOW)
                .look(Map.of("PATH", System.getenv("PATH"), "GIT_CEILING_DIRECTORIES", folder.toString()));

        assertThat(report.problems())
                .singleElement()
                .asString()
                .startsWith("branches and worktrees were not looked at");
    }
}
