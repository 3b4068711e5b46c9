package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotIT {

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void createRepository() {
        sandbox = Sandbox.withCommit(folder);
    }

    private String take() {
        return new Snapshot(sandbox.repository()).take(sandbox.head(), List.of(".env"));
    }

    @Test
    void holdsAllButSensitiveFilesAndLeavesTheTreeAsItIs() {
        sandbox.write("README.md", "changed\n");
        sandbox.write("staged.txt", "staged");
        sandbox.git("add", "staged.txt");
        sandbox.write("new.txt", "new");
        sandbox.write(".env", "KEY=1");
        sandbox.write("deep/.env", "KEY=2");
        sandbox.git("add", "deep/.env");
        sandbox.git("init", "-q", "nested");
        sandbox.commitIn(sandbox.project().resolve("nested"), "x.txt", "x");
        String before = sandbox.userState();

        String commit = take();

        assertThat(sandbox.userState()).isEqualTo(before);
        assertThat(new Changes(sandbox.repository()).files(sandbox.head(), commit))
                .containsExactly("README.md", "new.txt", "staged.txt");
    }

    @Test
    void isHeadWhereEverythingIsCommitted() {
        assertThat(take()).isEqualTo(sandbox.head());
    }
}
