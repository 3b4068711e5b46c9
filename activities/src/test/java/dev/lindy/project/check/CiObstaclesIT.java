package dev.lindy.project.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import dev.lindy.project.check.CiObstacles.Obstacle;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ProjectConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The original offered {@code ci_check} to the planner whether or not it could be used. */
class CiObstaclesIT {

    private static final String WITH_REPO = "modules: [{name: api, path: api, repo: o/r}]";
    private static final String WITHOUT_REPO = "modules: [{name: api, path: api}]";

    private Path root;
    private Map<String, String> environment;

    @BeforeEach
    void repository(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
        Files.createDirectories(root.resolve("bin"));
        Files.createSymbolicLink(root.resolve("bin/git"), Path.of("/usr/bin/git"));
        environment = Map.of("PATH", root.resolve("bin").toString(), "HOME", root.toString());
        git("init", "-q");
    }

    @Nested
    class W35 {

        @Test
        void offersNothingWithoutGh() {
            assertThat(first(WITH_REPO)).isEqualTo("`gh` is not in PATH");
        }

        @Test
        void offersNothingWithoutARemote() throws IOException {
            gh("exit 0");

            assertThat(first(WITH_REPO)).isEqualTo("the repository has no remote `origin`");
        }

        @Test
        void offersNothingWithoutARepositoryOnGitHub() throws IOException {
            gh("exit 0");
            git("remote", "add", "origin", "/srv/shop.git");

            assertThat(first(WITHOUT_REPO)).isEqualTo("no module says which GitHub repository runs CI");
            assertThat(first(WITH_REPO)).isEmpty();
        }

        @Test
        void offersNothingWithoutALogin() throws IOException {
            gh("echo no oauth token >&2; exit 1");
            git("remote", "add", "origin", "git@github.com:o/r.git");

            assertThat(first(WITHOUT_REPO)).isEqualTo("`gh` is not logged in");
        }

        @Test
        void offersWhatCanBeUsed() throws IOException {
            gh("[ \"$*\" = 'auth token --hostname github.com' ] && echo ghp_x");
            git("remote", "add", "origin", "git@github.com:o/r.git");

            assertThat(first(WITHOUT_REPO)).isEmpty();
        }
    }

    private String first(String yaml) {
        ProjectConfig config = Objects.requireNonNull(
                ConfigLoader.parse(yaml, "orchestrator.yaml").config());
        Optional<Obstacle> obstacle = CiObstacles.first(config, root, environment);
        return obstacle.map(Obstacle::message).orElse("");
    }

    private void gh(String script) throws IOException {
        Path gh = Files.writeString(root.resolve("bin/gh"), "#!/bin/sh\n" + script + "\n");
        assertThat(gh.toFile().setExecutable(true)).isTrue();
    }

    private void git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Finished finished = new ProcessRunner().run(ShortCommand.of(command, root, environment));
        assertThat(finished.isSuccess()).as(finished.stderr()).isTrue();
    }
}
