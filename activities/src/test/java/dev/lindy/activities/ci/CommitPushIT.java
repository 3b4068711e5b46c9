package dev.lindy.activities.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activities.git.remote.PushAnswer;
import dev.lindy.activities.git.remote.Remote;
import dev.lindy.activities.git.remote.RemoteException;
import dev.lindy.plan.TaskId;
import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import dev.lindy.run.RunId;
import dev.lindy.state.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a bare repository beside the user's. */
class CommitPushIT {

    private static final RunId RUN = RunId.of("0badcafe");
    private static final TaskId TASK = TaskId.of(1);

    private Path root;
    private Path here;
    private Map<String, String> environment;

    @BeforeEach
    void repositories(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
        here = root.resolve("here");
        environment = Map.of("PATH", "/usr/bin:/bin", "HOME", root.toString());
        git(root, "init", "-q", "--bare", "there.git");
        git(root, "init", "-q", "-b", "main", "here");
        git(here, "remote", "add", "origin", root.resolve("there.git").toString());
        git(here, "fetch", "-q", "origin");
    }

    @Test
    void putsTheCommitOnTheBranchOfTheTask() throws RemoteException {
        String commit = commit("one");

        assertThat(push(commit)).map(PushAnswer::kind).contains(PushAnswer.Kind.DONE);

        assertThat(there("af/task-1")).isEqualTo(commit);
    }

    @Test
    void leavesTheRefsOfTheUserAlone() throws RemoteException {
        String commit = commit("one");
        String before = git(here, "for-each-ref");

        push(commit);

        assertThat(git(here, "for-each-ref")).isEqualTo(before);
    }

    @Test
    void doesNotPushTwiceWhatIsThere() throws RemoteException, IOException {
        String commit = commit("one");
        push(commit);
        hook("exit 1");

        assertThat(push(commit)).map(PushAnswer::kind).contains(PushAnswer.Kind.DONE);
    }

    @Test
    void replacesWhatAnEarlierAttemptPushed() throws RemoteException {
        push(commit("one"));
        git(here, "checkout", "-q", "--orphan", "other");
        String second = commit("two");

        assertThat(push(second)).map(PushAnswer::kind).contains(PushAnswer.Kind.DONE);

        assertThat(there("af/task-1")).isEqualTo(second);
    }

    @Test
    void takesAnotherNameWhereTheBranchIsSomebodyElses() throws RemoteException {
        String theirs = commit("theirs");
        git(here, "push", "-q", "origin", theirs + ":refs/heads/af/task-1");
        String commit = commit("one");

        push(commit);

        assertThat(there("af/task-1")).isEqualTo(theirs);
        assertThat(there("af/task-1-0badcafe")).isEqualTo(commit);
    }

    @Test
    void neverReplacesACommitThatSomebodyPutOnOurBranch() throws RemoteException {
        push(commit("one"));
        String theirs = commit("theirs");
        git(here, "push", "-q", "origin", theirs + ":refs/heads/af/task-1");

        assertThat(push(commit("two"))).isEmpty();

        assertThat(there("af/task-1")).isEqualTo(theirs);
    }

    @Test
    void tellsWhatTheRemoteHasAgainstTheCommit() throws RemoteException, IOException {
        hook("echo 'secret found in a.txt:1'; exit 1");

        Optional<PushAnswer> answer = push(commit("one"));

        assertThat(answer).map(PushAnswer::kind).contains(PushAnswer.Kind.REFUSED);
        assertThat(answer)
                .map(PushAnswer::summary)
                .contains("[remote rejected] (pre-receive hook declined): secret found in a.txt:1");
    }

    @Test
    void runsNoHookOfTheUser() throws RemoteException, IOException {
        Path hook = Files.writeString(here.resolve(".git/hooks/pre-push"), "#!/bin/sh\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();

        assertThat(push(commit("one"))).map(PushAnswer::kind).contains(PushAnswer.Kind.DONE);
    }

    @Test
    void asksAPersonWhereTheRemoteIsGone() {
        String commit = commit("one");
        git(here, "remote", "set-url", "origin", root.resolve("gone.git").toString());

        assertThatThrownBy(() -> push(commit))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.isPassing()).isFalse())
                .hasMessageContaining("does not appear to be a git repository");
    }

    @Test
    void triesAgainWhereNobodyListens() {
        String commit = commit("one");
        git(here, "remote", "set-url", "origin", "http://127.0.0.1:1/o/r.git");

        assertThatThrownBy(() -> push(commit))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.isPassing()).isTrue());
    }

    @Test
    void knowsNoRemoteWithoutOrigin() {
        git(here, "remote", "rename", "origin", "upstream");

        assertThat(Remote.origin(here, environment, false)).isEmpty();
    }

    private Optional<PushAnswer> push(String commit) throws RemoteException {
        Remote remote = Remote.origin(here, environment, false).orElseThrow();
        return new CommitPush(remote, new RunFolder(root.resolve("run")), RUN, TASK, "af/task-1").push(commit);
    }

    private String commit(String message) {
        git(
                here,
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.invalid",
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                message);
        return git(here, "rev-parse", "HEAD");
    }

    private String there(String branch) {
        return git(root.resolve("there.git"), "rev-parse", "refs/heads/" + branch);
    }

    private void hook(String script) throws IOException {
        Path hook = Files.writeString(root.resolve("there.git/hooks/pre-receive"), "#!/bin/sh\n" + script + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
    }

    private String git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Finished finished = new ProcessRunner().run(ShortCommand.of(command, folder, environment));
        assertThat(finished.isSuccess()).as(finished.stderr()).isTrue();
        return finished.text().strip();
    }
}
