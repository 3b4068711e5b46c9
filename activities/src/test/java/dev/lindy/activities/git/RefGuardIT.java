package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefGuardIT {

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Workspace workspace;
    private RefGuard guard;

    @BeforeEach
    void prepareWorkspace() {
        sandbox = Sandbox.withCommit(folder);
        workspace = sandbox.prepare(1);
        guard = new RefGuard(sandbox.repository(), Sandbox.PREFIX);
    }

    @Test
    void saysNothingOfOurOwnBranches() {
        RefSnapshot before = guard.snapshot();
        sandbox.commitIn(workspace.root(), "a.txt", "a");

        assertThat(guard.compare(Sandbox.RUN, before)).isEmpty();
    }

    @Test
    void putsBackAStashThatTheAgentPopped() {
        sandbox.write("README.md", "first\n");
        sandbox.git("stash", "push", "-qm", "first work");
        sandbox.write("README.md", "second\n");
        sandbox.git("stash", "push", "-qm", "second work");
        String stashes = sandbox.git("stash", "list", "--format=%H %gs");
        RefSnapshot before = guard.snapshot();

        sandbox.gitIn(workspace.root(), "stash", "pop", "-q");
        sandbox.gitIn(workspace.root(), "checkout", "-q", ".");
        sandbox.gitIn(workspace.root(), "stash", "drop", "-q");
        List<String> notes = guard.compare(Sandbox.RUN, before);

        assertThat(sandbox.git("stash", "list", "--format=%H %gs")).isEqualTo(stashes);
        assertThat(notes).hasSize(2).allMatch(note -> note.contains("was put back"));
        assertThat(guard.compare(Sandbox.RUN, before)).isEmpty();
    }

    @Test
    void reportsAMoveOfTheUsersBranchAndLeavesIt() {
        String was = sandbox.head();
        RefSnapshot before = guard.snapshot();
        String moved = sandbox.commitIn(workspace.root(), "a.txt", "a");
        sandbox.gitIn(workspace.root(), "update-ref", "refs/heads/main", moved);

        List<String> notes = guard.compare(Sandbox.RUN, before);

        assertThat(notes).singleElement().asString().contains("branch `main` moved", was.substring(0, 12));
        assertThat(sandbox.git("rev-parse", "main")).isEqualTo(moved);
    }

    @Test
    void keepsWhatADeletedBranchHeld() {
        sandbox.git("checkout", "-q", "-b", "precious");
        String only = sandbox.commitIn(sandbox.project(), "only.txt", "only copy");
        sandbox.git("checkout", "-q", "main");
        RefSnapshot before = guard.snapshot();
        sandbox.gitIn(workspace.root(), "branch", "-q", "-D", "precious");

        List<String> notes = guard.compare(Sandbox.RUN, before);

        String kept = "refs/lindy/keep/" + Sandbox.RUN + "/heads/precious";
        assertThat(notes).singleElement().asString().contains("`precious` was deleted", kept);
        assertThat(sandbox.git("rev-parse", kept)).isEqualTo(only);
    }

    @Test
    void reportsNewRefsAndASwitchInTheUsersWorktree() {
        RefSnapshot before = guard.snapshot();
        sandbox.gitIn(workspace.root(), "tag", "v1");
        sandbox.git("checkout", "-q", "-b", "other");

        List<String> notes = guard.compare(Sandbox.RUN, before);

        assertThat(notes)
                .hasSize(3)
                .anyMatch(note -> note.startsWith("tag `v1` appeared"))
                .anyMatch(note -> note.startsWith("your worktree went from branch `main` to branch `other`"));
    }
}
