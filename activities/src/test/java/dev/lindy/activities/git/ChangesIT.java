package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesIT {

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Changes changes;

    @BeforeEach
    void openRepository() {
        sandbox = Sandbox.withCommit(folder);
        changes = new Changes(sandbox.repository());
    }

    @Test
    void seesWorkThatAnAgentLeftOnItsBranch() {
        Workspace workspace = sandbox.prepare(1);
        sandbox.commitIn(workspace.root(), "work.txt", "done");
        sandbox.gitIn(workspace.root(), "checkout", "--quiet", "-b", "elsewhere", "HEAD~1");

        assertThat(changes.holds(sandbox.head(), workspace.branch())).isFalse();
    }

    @Test
    void holdsTheBranchThatTheWorkIsOn() {
        Workspace workspace = sandbox.prepare(1);
        String commit = sandbox.commitIn(workspace.root(), "work.txt", "done");

        assertThat(changes.holds(commit, workspace.branch())).isTrue();
        assertThat(changes.holds(sandbox.head(), "no-such-branch")).isTrue();
    }
}
