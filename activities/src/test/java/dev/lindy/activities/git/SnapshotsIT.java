package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsIT {

    private static final List<String> SENSITIVE = List.of(".env", "*.key");

    @TempDir
    Path folder;

    private static Snapshot take(Sandbox sandbox) {
        return new Snapshots(sandbox.repository(), SENSITIVE).take(Sandbox.RUN);
    }

    @Test
    void holdsWhatIsTrackedAndNewButNotIgnored() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.write(".gitignore", "*.log\n");
        sandbox.write("src/main.txt", "changed\n");
        sandbox.write("new folder/ü.txt", "new\n");
        sandbox.write("noise.log", "noise\n");
        sandbox.write("staged.txt", "staged\n");
        sandbox.git("add", "staged.txt");
        sandbox.git("rm", "-q", "README.md");

        Snapshot snapshot = take(sandbox);

        assertThat(sandbox.git(
                        "-c",
                        "core.quotepath=off",
                        "ls-tree",
                        "-r",
                        "--name-only",
                        snapshot.base().commit()))
                .isEqualTo(".gitignore\nnew folder/ü.txt\nsrc/main.txt\nstaged.txt");
        assertThat(sandbox.git("show", snapshot.base().commit() + ":src/main.txt"))
                .isEqualTo("changed");
        assertThat(snapshot.files())
                .containsExactlyInAnyOrder(".gitignore", "README.md", "new folder/ü.txt", "src/main.txt", "staged.txt");
    }

    @Test
    void standsOnTheUsersCommitAndKnowsTheBranch() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.write("src/main.txt", "changed\n");

        Snapshot snapshot = take(sandbox);

        assertThat(snapshot.base().branch()).isEqualTo("main");
        assertThat(sandbox.git("rev-parse", snapshot.base().commit() + "^")).isEqualTo(sandbox.head());
        assertThat(sandbox.git("rev-parse", "refs/lindy/base/" + Sandbox.RUN))
                .isEqualTo(snapshot.base().commit());
    }

    @Test
    void leavesEverythingOfTheUserAsItIs() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.write("src/main.txt", "stashed\n");
        sandbox.git("stash", "-q");
        sandbox.write("src/main.txt", "changed\n");
        sandbox.write("staged.txt", "staged\n");
        sandbox.git("add", "staged.txt");
        sandbox.write("staged.txt", "staged, and changed again\n");
        sandbox.write("new.txt", "new\n");
        sandbox.failingHooks();
        String before = sandbox.userState();

        Snapshot snapshot = take(sandbox);

        assertThat(sandbox.userState()).isEqualTo(before);
        assertThat(sandbox.hookRan()).isFalse();
        assertThat(sandbox.git("show", snapshot.base().commit() + ":staged.txt"))
                .isEqualTo("staged, and changed again");
    }

    @Test
    void seesAChangeOfTheSameSizeInTheMomentOfStaging() throws IOException {
        Sandbox sandbox = Sandbox.withCommit(folder);
        FileTime moment = FileTime.fromMillis(1_700_000_000_000L);
        Path file = sandbox.write("race.txt", "one\n");
        Files.setLastModifiedTime(file, moment);
        sandbox.git("add", "race.txt");
        Files.writeString(file, "two\n");
        Files.setLastModifiedTime(file, moment);
        Files.setLastModifiedTime(sandbox.project().resolve(".git/index"), moment);

        Snapshot snapshot = take(sandbox);

        assertThat(sandbox.git("show", snapshot.base().commit() + ":race.txt")).isEqualTo("two");
    }

    @Test
    void leavesSensitiveFilesOutHoweverTheyCame() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.write("site.key", "old\n");
        sandbox.git("add", "site.key");
        sandbox.git("commit", "-qm", "A key");
        sandbox.write("site.key", "new\n");
        sandbox.write(".env", "TOKEN=t\n");
        sandbox.write("api/.env", "TOKEN=t\n");
        sandbox.git("add", ".env");
        sandbox.write("src/main.txt", "changed\n");

        Snapshot snapshot = take(sandbox);

        assertThat(snapshot.files()).containsExactly("src/main.txt");
        assertThat(snapshot.leftOut()).containsExactlyInAnyOrder("site.key", ".env", "api/.env");
        assertThat(sandbox.git("show", snapshot.base().commit() + ":site.key")).isEqualTo("old");
    }

    @Test
    void isTheCommitItselfWhereNothingIsChanged() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.write(".env", "TOKEN=t\n");

        Snapshot snapshot = take(sandbox);

        assertThat(snapshot.base().commit()).isEqualTo(sandbox.head());
        assertThat(snapshot.files()).isEmpty();
        assertThat(snapshot.leftOut()).containsExactly(".env");
        assertThat(sandbox.git("for-each-ref", "refs/lindy/base")).isEmpty();
    }

    @Test
    void refusesConflictsByName() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.git("checkout", "-qb", "other");
        sandbox.commitIn(sandbox.project(), "README.md", "theirs\n");
        sandbox.git("checkout", "-q", "main");
        sandbox.commitIn(sandbox.project(), "README.md", "ours\n");
        assertThatThrownBy(() -> sandbox.git("merge", "other")).hasMessageContaining("CONFLICT");

        assertThatThrownBy(() -> take(sandbox))
                .isInstanceOf(GitProblem.class)
                .hasMessageContaining("conflicts are not resolved in README.md");
    }

    @Test
    void keepsFilesThatASparseCheckoutDoesNotHave() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.commitIn(sandbox.project(), "api/a.txt", "a\n");
        sandbox.git("sparse-checkout", "set", "src");
        sandbox.write("src/main.txt", "changed\n");

        Snapshot snapshot = take(sandbox);

        assertThat(snapshot.files()).containsExactly("src/main.txt");
        assertThat(sandbox.git("ls-tree", "-r", "--name-only", snapshot.base().commit()))
                .contains("api/a.txt");
    }

    @Test
    void namesRepositoriesInsideThatItLeavesOut() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Path inside = sandbox.write("vendor/lib/x.txt", "x\n").getParent();
        sandbox.gitIn(inside, "init", "-q");
        sandbox.gitIn(inside, "add", "-A");
        sandbox.gitIn(inside, "commit", "-qm", "Inside");
        sandbox.write("src/main.txt", "changed\n");

        Snapshot snapshot = take(sandbox);

        assertThat(snapshot.files()).containsExactly("src/main.txt");
        assertThat(snapshot.notes()).singleElement().asString().contains("vendor/lib");
    }

    @Test
    void takesTheCheckoutOfALinkedWorktree() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Path linked = sandbox.folder().resolve("linked");
        sandbox.git("worktree", "add", "-q", linked.toString(), "-b", "feature");
        Sandbox.write(linked, "src/main.txt", "there\n");

        Snapshot snapshot = new Snapshots(Repository.open(linked, sandbox.environment()), SENSITIVE).take(Sandbox.RUN);

        assertThat(snapshot.base().branch()).isEqualTo("feature");
        assertThat(sandbox.git("show", snapshot.base().commit() + ":src/main.txt"))
                .isEqualTo("there");
    }
}
