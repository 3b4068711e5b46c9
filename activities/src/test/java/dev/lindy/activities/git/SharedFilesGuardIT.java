package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.guard.SharedFiles;
import dev.lindy.activities.guard.SharedFilesGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings and hooks that all worktrees share, changed from within a task's worktree. */
class SharedFilesGuardIT {

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Path root;
    private Path config;
    private SharedFilesGuard guard;

    @BeforeEach
    void prepareWorkspace() {
        sandbox = Sandbox.withCommit(folder);
        sandbox.git("config", "user.name", "A User");
        sandbox.git("remote", "add", "origin", "https://example.invalid/shop.git");
        root = sandbox.prepare(1).root();
        config = sandbox.project().resolve(".git/config");
        guard = new SharedFilesGuard(GitBinary.in(sandbox.environment()));
    }

    private SharedFiles snapshot() {
        return SharedFilesGuard.snapshot(sandbox.project().resolve(".git"), folder.resolve("copies"));
    }

    private void agent(String... args) {
        sandbox.gitIn(root, args);
    }

    @Test
    void putsBackEveryByteOfSettingsThatDecideWhatGitIsAndWhoCommits() throws IOException {
        String was = Files.readString(config);
        SharedFiles before = snapshot();
        agent("config", "core.hooksPath", ".husky");
        agent("config", "user.name", "An Agent");
        agent("config", "filter.x.clean", "evil");
        agent("remote", "set-url", "origin", "https://elsewhere.invalid/");
        agent("config", "core.bare", "true");

        List<String> notes = guard.putBack(before);

        assertThat(config).hasContent(was);
        assertThat(notes)
                .singleElement()
                .asString()
                .contains("`core.bare`", "`core.hookspath`", "`user.name`", "`filter.x.clean`", "`remote.origin.url`")
                .contains("were put back", "kept as");
        assertThat(guard.putBack(before)).isEmpty();
        assertThat(config.resolveSibling("config.lock")).doesNotExist();
    }

    @Test
    void keepsWhatTheUserPushesAndTracksMeanwhile() {
        SharedFiles before = snapshot();
        agent("config", "core.editor", "evil");
        sandbox.git("config", "branch.main.remote", "origin");
        sandbox.git("remote", "add", "fork", "https://example.invalid/fork.git");
        sandbox.git("config", "pull.rebase", "true");

        List<String> notes = guard.putBack(before);

        assertThat(notes)
                .singleElement()
                .asString()
                .contains("`core.editor` changed")
                .doesNotContain("fork");
        assertThat(sandbox.git("config", "--local", "--list").lines())
                .contains(
                        "branch.main.remote=origin",
                        "remote.fork.url=https://example.invalid/fork.git",
                        "pull.rebase=true")
                .noneMatch(line -> line.startsWith("core.editor"));
    }

    @Test
    void tellsOtherSettingsAndSaysNothingOfTrackingBranches() {
        SharedFiles before = snapshot();
        agent("config", "branch.main.merge", "refs/heads/main");
        assertThat(guard.putBack(before)).isEmpty();

        agent("config", "color.ui", "always");
        assertThat(guard.putBack(before)).containsExactly("`color.ui` changed in `.git/config` during the attempt");
        assertThat(sandbox.git("config", "color.ui")).isEqualTo("always");
    }

    @Test
    void putsBackAConfigThatGitCannotUse() throws IOException {
        String was = Files.readString(config);
        SharedFiles before = snapshot();
        for (String broken : List.of("[core\n", "[core]\n\trepositoryformatversion = 99\n")) {
            Files.writeString(config, broken);

            assertThat(guard.putBack(before)).singleElement().asString().contains("of no use to git");
            assertThat(config).hasContent(was);
        }
        Files.delete(config);
        assertThat(guard.putBack(before)).singleElement().asString().contains("vanished");
        assertThat(config).hasContent(was);
    }

    @Test
    void putsBackHooksWithTheirMode() throws IOException {
        Path hooks = sandbox.project().resolve(".git/hooks");
        Path mine = hook(hooks, "pre-commit", "#!/bin/sh\nexit 1\n");
        Path dropped = hook(hooks, "pre-push", "#!/bin/sh\nexit 0\n");
        SharedFiles before = snapshot();
        Files.writeString(mine, "#!/bin/sh\nevil\n");
        assertThat(mine.toFile().setExecutable(false)).isTrue();
        Files.delete(dropped);
        Path added = hook(hooks, "post-checkout", "#!/bin/sh\nevil\n");

        List<String> notes = guard.putBack(before);

        assertThat(mine).hasContent("#!/bin/sh\nexit 1\n").isExecutable();
        assertThat(dropped).hasContent("#!/bin/sh\nexit 0\n").isExecutable();
        assertThat(added).doesNotExist();
        assertThat(notes).hasSize(3).anyMatch(note -> note.contains("post-checkout` appeared"));
        assertThat(guard.putBack(before)).isEmpty();
    }

    @Test
    void saysWhereSomebodyHoldsTheLock() throws IOException {
        SharedFiles before = snapshot();
        agent("config", "core.editor", "evil");
        Path lock = Files.createFile(config.resolveSibling("config.lock"));

        assertThat(guard.putBack(before)).singleElement().asString().contains("could not be put back", lock.toString());
        assertThat(lock).exists();
    }

    private static Path hook(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path hook = Files.writeString(folder.resolve(name), text);
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        return hook;
    }
}
