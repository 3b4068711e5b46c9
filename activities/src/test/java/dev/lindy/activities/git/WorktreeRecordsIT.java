package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same worktrees as git itself lists. */
class WorktreeRecordsIT {

    @TempDir
    Path folder;

    @Test
    void areThoseThatGitLists() throws IOException {
        Sandbox sandbox = Sandbox.withCommit(folder);
        List<Path> roots = new ArrayList<>();
        for (String name : List.of("plain", "with space", "ümlaut", "gone", "moved", "locked")) {
            Path root = RealPath.of(folder).resolve(name);
            sandbox.git("worktree", "add", "--detach", "--quiet", root.toString());
            roots.add(root);
        }
        Deletion.of(roots.get(3));
        Path target = roots.get(4).resolveSibling("new place");
        sandbox.git("worktree", "move", roots.get(4).toString(), target.toString());
        sandbox.git("worktree", "lock", roots.get(5).toString());
        Path common = sandbox.repository().commonDir();
        Files.createDirectory(common.resolve("worktrees/begun"));
        Files.writeString(common.resolve("worktrees/stray"), "a file");

        String listed = sandbox.git("worktree", "list", "--porcelain");

        assertThat(new WorktreeRecords(common).folders())
                .contains(target, roots.get(3))
                .containsExactlyInAnyOrderElementsOf(listed.lines()
                        .filter(line -> line.startsWith("worktree "))
                        .map(line -> Path.of(line.substring("worktree ".length())))
                        .skip(1)
                        .collect(Collectors.toList()));
    }

    @Test
    void areNoneInARepositoryWithoutAny() {
        Sandbox sandbox = Sandbox.withCommit(folder);

        assertThat(new WorktreeRecords(sandbox.repository().commonDir()).folders())
                .isEmpty();
    }
}
