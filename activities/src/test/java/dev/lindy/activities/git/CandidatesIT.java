package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.plan.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesIT {

    private static final CollectPolicy POLICY =
            new CollectPolicy(List.of(".env", "*.key", "secrets/*"), true, "Task 1");

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Workspace workspace;
    private Path root;

    @BeforeEach
    void prepareWorkspace() {
        sandbox = Sandbox.withCommit(folder);
        workspace = sandbox.prepare(1);
        root = workspace.root();
    }

    private Candidate collect() {
        return collect(POLICY);
    }

    private Candidate collect(CollectPolicy policy) {
        return new Candidates(sandbox.repository()).collect(workspace, 1, workspace.startCommit(), policy);
    }

    @Test
    void takesWhatTheAgentCommitted() {
        String commit = sandbox.commitIn(root, Sandbox.named("wörk file.txt"), "work\n");

        Candidate candidate = collect();

        assertThat(candidate.commit()).isEqualTo(commit);
        assertThat(candidate.changed()).isTrue();
        assertThat(candidate.changedFiles()).containsExactly(Sandbox.named("wörk file.txt"));
        assertThat(candidate.diffstat()).contains(Sandbox.named("wörk file.txt"), "1 file changed");
        assertThat(candidate.ref()).isEqualTo("refs/heads/af/task-1");
        assertThat(candidate.notes()).isEmpty();
    }

    @Test
    void commitsWhatTheAgentLeftWithoutHooksAndOnce() {
        sandbox.failingHooks();
        Sandbox.write(root, Sandbox.named("ünew/file with space.txt"), "new");
        Sandbox.write(root, "README.md", "changed\n");
        root.resolve("src/main.txt").toFile().delete();

        Candidate candidate = collect();

        assertThat(candidate.changedFiles())
                .containsExactlyInAnyOrder("README.md", "src/main.txt", Sandbox.named("ünew/file with space.txt"));
        assertThat(sandbox.git("rev-parse", "af/task-1")).isEqualTo(candidate.commit());
        assertThat(sandbox.git("log", "-1", "--format=%an <%ae> %s", "af/task-1"))
                .isEqualTo("Lindy <lindy@localhost> Task 1");
        assertThat(sandbox.hookRan()).isFalse();
        assertThat(collect()).isEqualTo(candidate);
    }

    @Test
    void commitsInTheNameOfTheUserWhereGitKnowsIt() {
        sandbox.git("config", "user.name", "Ada");
        sandbox.git("config", "user.email", "ada@example.org");
        Sandbox.write(root, "a.txt", "a");

        collect();

        assertThat(sandbox.git("log", "-1", "--format=%an <%ae>", "af/task-1")).isEqualTo("Ada <ada@example.org>");
    }

    @Test
    void saysThatNothingChanged() {
        Candidate candidate = collect();

        assertThat(candidate.commit()).isEqualTo(workspace.startCommit());
        assertThat(candidate.changed()).isFalse();
        assertThat(candidate.diffstat()).isEmpty();
    }

    @Test
    void seesNoChangeInCommitsThatCancelOut() {
        sandbox.commitIn(root, "README.md", "changed\n");
        sandbox.commitIn(root, "README.md", "hello\n");

        assertThat(collect().changed()).isFalse();
    }

    @Test
    void refusesSensitiveFilesThatAreNotCommitted() {
        Sandbox.write(root, "src/.env", "KEY=1");
        Sandbox.write(root, "server.key", "key");
        Sandbox.write(root, "fine.txt", "fine");

        Candidate candidate = collect();

        assertThat(candidate.commit()).isNull();
        assertThat(candidate.refused().kind()).isEqualTo(Refusal.Kind.SENSITIVE_FILES);
        assertThat(candidate.refused().files()).containsExactlyInAnyOrder("src/.env", "server.key");
        assertThat(sandbox.gitIn(root, "rev-parse", "HEAD")).isEqualTo(workspace.startCommit());
    }

    @Test
    void refusesSensitiveFilesThatTheAgentCommitted() {
        sandbox.commitIn(root, "secrets/token", "s3cret");

        assertThat(collect().refused().files()).containsExactly("secrets/token");
    }

    @Test
    void refusesSensitiveFilesThatAreOnlyInTheHistory() {
        sandbox.commitIn(root, ".env", "KEY=1");
        sandbox.gitIn(root, "rm", "-q", ".env");
        sandbox.gitIn(root, "commit", "-qm", "Oops");

        assertThat(collect().refused().files()).containsExactly(".env");
    }

    @Test
    void letsSensitiveFilesGoAway() {
        sandbox.commitIn(sandbox.project(), ".env", "KEY=1");
        workspace = sandbox.prepare(2);
        root = workspace.root();
        root.resolve(".env").toFile().delete();

        assertThat(collect().changedFiles()).containsExactly(".env");
    }

    @Test
    void leavesUncommittedFilesWhereThePolicySaysSo() {
        Sandbox.write(root, "a.txt", "a");

        Candidate candidate = collect(new CollectPolicy(List.of(), false, "Task 1"));

        assertThat(candidate.commit()).isEqualTo(workspace.startCommit());
        assertThat(candidate.notes()).singleElement().asString().contains("a.txt");
        assertThat(root.resolve("a.txt")).exists();
    }

    @Test
    void refusesWhatDoesNotDescendFromTheBase() {
        sandbox.gitIn(root, "checkout", "-q", "--orphan", "fresh");
        sandbox.gitIn(root, "commit", "-qm", "Fresh start");

        Candidate candidate = collect();

        assertThat(candidate.refused().kind()).isEqualTo(Refusal.Kind.NOT_A_DESCENDANT);
        assertThat(candidate.refused().message()).startsWith("not a descendant");
    }

    @Test
    void followsAnAgentThatSwitchedBranches() {
        sandbox.gitIn(root, "checkout", "-q", "-b", "feature/own");
        String commit = sandbox.commitIn(root, "a.txt", "a");
        Sandbox.write(root, "b.txt", "b");

        Candidate candidate = collect();

        assertThat(candidate.changedFiles()).containsExactly("a.txt", "b.txt");
        assertThat(sandbox.git("rev-parse", "feature/own")).isEqualTo(commit);
        assertThat(sandbox.git("rev-parse", "af/task-1")).isEqualTo(candidate.commit());
        assertThat(sandbox.gitIn(root, "symbolic-ref", "HEAD")).isEqualTo("refs/heads/af/task-1");
        assertThat(sandbox.gitIn(root, "status", "--porcelain")).isEmpty();
    }

    @Test
    void followsAnAgentThatDetachedHead() {
        sandbox.gitIn(root, "checkout", "-q", "--detach");
        String commit = sandbox.commitIn(root, "a.txt", "a");

        assertThat(collect().commit()).isEqualTo(commit);
        assertThat(sandbox.git("rev-parse", "af/task-1")).isEqualTo(commit);
    }

    @Test
    void movesNoBranchOfTheUserWithLeftovers() {
        sandbox.git("branch", "users-own");
        sandbox.gitIn(root, "checkout", "-q", "users-own");
        Sandbox.write(root, "a.txt", "a");

        Candidate candidate = collect();

        assertThat(candidate.changedFiles()).containsExactly("a.txt");
        assertThat(sandbox.git("rev-parse", "users-own")).isEqualTo(workspace.startCommit());
    }

    @Test
    void keepsAResultThatTheTaskBranchCannotReach() {
        sandbox.commitIn(root, "a.txt", "a");
        sandbox.gitIn(root, "checkout", "-q", "--detach", workspace.startCommit());
        String commit = sandbox.commitIn(root, "b.txt", "b");

        Candidate candidate = collect();

        assertThat(candidate.commit()).isEqualTo(commit);
        assertThat(candidate.ref()).isEqualTo("refs/lindy/keep/" + Sandbox.RUN + "/task-1/1");
        assertThat(sandbox.git("rev-parse", candidate.ref())).isEqualTo(commit);
        assertThat(candidate.notes()).singleElement().asString().contains("went another way");
    }

    @Test
    void takesNoRepositoryInsideTheWorktree() {
        sandbox.gitIn(root, "init", "-q", "nested");
        sandbox.commitIn(root.resolve("nested"), "x.txt", "x");
        sandbox.gitIn(root, "worktree", "add", "-q", "wt", "-b", "side");
        Sandbox.write(root, "a.txt", "a");

        Candidate candidate = collect();

        assertThat(candidate.changedFiles()).containsExactly("a.txt");
        assertThat(candidate.notes()).singleElement().asString().contains("nested", "wt");
    }

    @Test
    void takesOutARepositoryThatTheAgentCommittedOrStaged() {
        sandbox.gitIn(root, "init", "-q", "nested");
        sandbox.commitIn(root.resolve("nested"), "x.txt", "x");
        sandbox.commitIn(root, "a.txt", "a");
        sandbox.gitIn(root, "init", "-q", "other");
        sandbox.commitIn(root.resolve("other"), "x.txt", "x");
        sandbox.gitIn(root, "add", "-A");

        Candidate candidate = collect();

        assertThat(candidate.changedFiles()).containsExactly("a.txt");
        assertThat(candidate.notes()).singleElement().asString().contains("nested", "other");
        assertThat(root.resolve("nested/x.txt")).exists();
    }

    @Test
    void takesASubmoduleThatTheAgentAdded() {
        Sandbox library = Sandbox.withCommit(sandbox.folder().resolve("home"));
        sandbox.gitIn(root, "submodule", "add", "-q", library.project().toString(), "lib");

        assertThat(collect().changedFiles()).containsExactly(".gitmodules", "lib");
    }

    @Test
    void takesOutFilesThatWereBrought() {
        sandbox.write("local.yml", "local");
        Workspaces workspaces = new Workspaces(
                sandbox.repository(), Sandbox.PREFIX, new WorkspaceFiles(List.of("local.yml"), List.of()));
        workspace = workspaces.prepare(Sandbox.RUN, TaskId.of(2), sandbox.head(), sandbox.worktree(2));
        root = workspace.root();
        sandbox.gitIn(root, "add", "-f", "local.yml");
        sandbox.commitIn(root, "a.txt", "a");

        Candidate candidate = collect();

        assertThat(candidate.changedFiles()).containsExactly("a.txt");
        assertThat(candidate.notes()).singleElement().asString().contains("local.yml");
        assertThat(root.resolve("local.yml")).exists();
    }

    @Test
    void reportsAMergeThatWasNotFinished() {
        sandbox.gitIn(root, "checkout", "-q", "-b", "side");
        sandbox.commitIn(root, "README.md", "side\n");
        sandbox.gitIn(root, "checkout", "-q", "af/task-1");
        sandbox.commitIn(root, "README.md", "mine\n");
        try {
            sandbox.gitIn(root, "merge", "-q", "side");
        } catch (IllegalStateException conflict) {
            assertThat(conflict).hasMessageContaining("CONFLICT");
        }

        Refusal refusal = collect().refused();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNFINISHED);
        assertThat(refusal.message()).isEqualTo("the agent left a merge unfinished in README.md");
    }

    @Test
    void boundsTheListOfFiles() {
        for (int n = 0; n < Candidate.MAX_FILES + 5; n++) {
            Sandbox.write(root, "many/" + n, "x");
        }

        Candidate candidate = collect();

        assertThat(candidate.changedFiles()).hasSize(Candidate.MAX_FILES);
        assertThat(candidate.changedCount()).isEqualTo(Candidate.MAX_FILES + 5);
    }

    @Test
    void leavesIgnoredFilesAlone() {
        sandbox.commitIn(root, ".gitignore", "build/\n");
        Sandbox.write(root, "build/out", "x");

        assertThat(collect().changedFiles()).containsExactly(".gitignore");
        assertThat(Files.exists(root.resolve("build/out"))).isTrue();
    }
}
