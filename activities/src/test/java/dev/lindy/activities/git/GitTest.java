package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitTest {

    private static Git endingWith(int exit) {
        return new Git((dir, args, stdin, env) -> new GitOutput(exit, new byte[0], "", false), Path.of("."), Map.of());
    }

    @Test
    void takesAFailureForAnAnswer() {
        assertThat(endingWith(128).commit("refs/heads/none")).isEmpty();
        assertThat(endingWith(1).says("merge-base")).isFalse();
    }

    @Test
    void doesNotTakeAKilledGitForAnAnswer() {
        assertThatThrownBy(() -> endingWith(137).commit("refs/heads/main"))
                .isInstanceOf(GitFailed.class)
                .hasMessageStartingWith("could not run `git rev-parse")
                .hasMessageEndingWith("it was killed by signal 9");
    }
}
