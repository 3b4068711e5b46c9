package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryIT {

    @TempDir
    Path folder;

    @Test
    void findsTopAndPrefixOfAProjectInASubfolder() {
        Sandbox sandbox = Sandbox.withCommit(folder);

        Repository repository = Repository.open(sandbox.project().resolve("src"), sandbox.environment());

        assertThat(repository.topLevel()).isEqualTo(sandbox.project());
        assertThat(repository.projectPrefix()).isEqualTo("src/");
        assertThat(repository.commonDir()).isEqualTo(sandbox.project().resolve(".git"));
    }

    @Test
    void findsTheSharedFolderOfALinkedWorktree() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Path linked = sandbox.folder().resolve("linked");
        sandbox.git("worktree", "add", "-q", linked.toString(), "-b", "feature");

        Repository repository = Repository.open(linked, sandbox.environment());

        assertThat(repository.topLevel()).isEqualTo(linked);
        assertThat(repository.commonDir()).isEqualTo(sandbox.project().resolve(".git"));
        assertThat(repository.resolveBase(null).branch()).isEqualTo("feature");
    }

    @Test
    void namesBranchAndCommitOfTheBase() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.git("branch", "other");

        assertThat(sandbox.repository().resolveBase(null).branch()).isEqualTo("main");
        assertThat(sandbox.repository().resolveBase("other").branch()).isEqualTo("other");
        assertThat(sandbox.repository().resolveBase("other").commit()).isEqualTo(sandbox.head());
    }

    @Test
    void namesNoBranchOnADetachedHead() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.git("checkout", "-q", "--detach");

        assertThat(sandbox.repository().resolveBase(null).branch()).isNull();
    }

    @Test
    void saysWhatIsWrongWithARepository() {
        assertProblem(GitProblem.Kind.NOT_A_REPOSITORY, () -> {
            Sandbox sandbox = Sandbox.bare(folder, "plain");
            Map<String, String> environment = new LinkedHashMap<>(sandbox.environment());
            environment.put("GIT_CEILING_DIRECTORIES", sandbox.folder().toString());
            Repository.open(sandbox.project(), environment);
        });
        assertProblem(GitProblem.Kind.BARE, () -> {
            Sandbox sandbox = Sandbox.bare(folder, "bare");
            sandbox.git("init", "-q", "--bare");
            sandbox.repository();
        });
        assertProblem(GitProblem.Kind.NO_COMMIT, () -> {
            Sandbox sandbox = Sandbox.empty(folder);
            sandbox.repository().resolveBase(null);
        });
    }

    @Test
    void saysThatThereIsNoGit() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Map<String, String> environment = Map.of("PATH", sandbox.folder().toString());

        assertProblem(GitProblem.Kind.NO_GIT, () -> Repository.open(sandbox.project(), environment));
    }

    @Test
    void tellsAShallowCloneFromAWrongName() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        String first = sandbox.head();
        sandbox.commitIn(sandbox.project(), "a.txt", "a");
        Path clone = sandbox.folder().resolve("clone");
        sandbox.git(
                "clone",
                "-q",
                "--depth",
                "1",
                "file://" + sandbox.project().toUri().getRawPath(),
                clone.toString());
        Repository shallow = Repository.open(clone, sandbox.environment());

        assertProblem(GitProblem.Kind.SHALLOW, () -> shallow.resolveBase(first));
        assertProblem(GitProblem.Kind.UNKNOWN_COMMIT, () -> sandbox.repository().resolveBase("nope"));
        assertThat(shallow.resolveBase(null).branch()).isEqualTo("main");
    }

    @Test
    void takesAnOptionAsBaseForAWrongName() {
        Sandbox sandbox = Sandbox.withCommit(folder);

        assertProblem(GitProblem.Kind.UNKNOWN_COMMIT, () -> sandbox.repository().resolveBase("--all"));
    }

    @Test
    void listsUncommittedFilesWithoutTouchingTheIndex() throws Exception {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.write("README.md", "changed\n");
        sandbox.write(Sandbox.named("nöw file.txt"), "x");
        byte[] index = Files.readAllBytes(sandbox.project().resolve(".git/index"));

        assertThat(sandbox.repository().dirtyFiles())
                .containsExactlyInAnyOrder("README.md", Sandbox.named("nöw file.txt"));

        assertThat(Files.readAllBytes(sandbox.project().resolve(".git/index"))).isEqualTo(index);
    }

    @Test
    void refusesAPrefixThatABranchStandsInTheWayOf() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.git("branch", "af");
        sandbox.git("branch", "team");

        assertProblem(GitProblem.Kind.BRANCH_PREFIX, () -> sandbox.repository().checkBranchPrefix("af"));
        assertProblem(GitProblem.Kind.BRANCH_PREFIX, () -> sandbox.repository().checkBranchPrefix("team/af"));
        assertProblem(GitProblem.Kind.BRANCH_PREFIX, () -> sandbox.repository().checkBranchPrefix("no way"));
        sandbox.repository().checkBranchPrefix("lindy");
    }

    @Test
    void excludesOurFilesOnceAndKeepsWhatIsThere() throws Exception {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Path exclude = sandbox.project().resolve(".git/info/exclude");
        byte[] before = "# mine: \u00ff\r\n*.tmp".getBytes(StandardCharsets.ISO_8859_1);
        Files.createDirectories(exclude.getParent());
        Files.write(exclude, before);
        sandbox.write("src/.orchestrator/runs/1/x", "x");
        sandbox.write("src/.orchestrator/mine.txt", "x");
        Repository repository = Repository.open(sandbox.project().resolve("src"), sandbox.environment());

        repository.excludeOurFiles();
        byte[] once = Files.readAllBytes(exclude);
        repository.excludeOurFiles();

        assertThat(Files.readAllBytes(exclude)).isEqualTo(once).startsWith(before);
        assertThat(sandbox.git("status", "--porcelain", "-uall")).isEqualTo("?? src/.orchestrator/mine.txt");
    }

    @Test
    void ignoresTheCallersGitDirectory() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Map<String, String> environment = new LinkedHashMap<>(sandbox.environment());
        environment.put("GIT_DIR", "/nowhere");
        environment.put("GIT_INDEX_FILE", "/nowhere/index");
        environment.put("GIT_WORK_TREE", "/nowhere");

        assertThat(Repository.open(sandbox.project(), environment).dirtyFiles()).isEmpty();
    }

    private static void assertProblem(GitProblem.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GitProblem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.hint()).isNotBlank();
        });
    }
}
