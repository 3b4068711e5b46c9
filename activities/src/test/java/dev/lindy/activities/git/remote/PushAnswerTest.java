package dev.lindy.activities.git.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activities.git.GitOutput;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushAnswerTest {

    @Test
    void isARefusalWhereTheRemoteDoesNotWantTheCommit() throws RemoteException {
        PushAnswer answer = read(
                "[remote rejected] (push declined due to repository rule violations)",
                "remote: error: GH013: Repository rule violations found\nremote: \nremote: - Push cannot contain secrets\n"
                        + "error: failed to push some refs\n");

        assertThat(answer.kind()).isEqualTo(PushAnswer.Kind.REFUSED);
        assertThat(answer.summary()).contains("rule violations").contains("GH013");
        assertThat(answer.text()).contains("- Push cannot contain secrets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[remote rejected] (protected branch hook declined)",
                "[remote rejected] (permission denied)",
                "[remote rejected] (refusing to allow an OAuth App to create or update workflow without `workflow` scope)"
            })
    void isAPersonsMatterWhereTheLoginMayNot(String reason) throws RemoteException {
        assertThat(read(reason, "").kind()).isEqualTo(PushAnswer.Kind.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[rejected] (stale info)",
                "[remote rejected] (cannot lock ref 'refs/heads/x': is at 1 but expected 2)",
                "[remote rejected] (Internal Server Error)"
            })
    void isNoneWhereItIsWorthAnotherLook(String reason) {
        assertThatThrownBy(() -> read(reason, ""))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.isPassing()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fatal: Authentication failed for 'https://x/'",
                "git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.",
                "fatal: could not read Username for 'https://x': terminal prompts disabled",
                "ERROR: Repository not found.\nfatal: Could not read from remote repository."
            })
    void isNoneWhereTheRemoteLetsNobodyIn(String stderr) {
        assertThatThrownBy(() -> PushAnswer.read(output("", stderr), "x"))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.isPassing()).isFalse());
    }

    private static PushAnswer read(String reason, String stderr) throws RemoteException {
        return PushAnswer.read(output("To x\n!\t1:refs/heads/x\t" + reason + "\nDone\n", stderr), "x");
    }

    private static GitOutput output(String stdout, String stderr) {
        return new GitOutput(1, stdout.getBytes(StandardCharsets.UTF_8), stderr, false);
    }
}
