package dev.lindy.project.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.StatusReader;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalStatusIT {

    private static final RunId RUN = RunId.of("0badcafe");

    @TempDir
    private Path repository;

    private Path project;

    @BeforeEach
    void commit() throws IOException {
        project = Files.createDirectories(repository.resolve("shop"));
        for (String module : List.of("api", "web", "big", "link", "latin")) {
            Files.createDirectories(project.resolve(module));
        }
        Files.writeString(project.resolve("api/STATUS.md"), "## Blockers\n- no key\n");
        Files.writeString(
                project.resolve("web/STATUS.md"), "## Meta\n| Key | Value |\n|-|-|\n| overall_health | RED |");
        Files.write(project.resolve("big/STATUS.md"), new byte[StatusReader.MAX_BYTES + 1]);
        Files.createSymbolicLink(project.resolve("link/STATUS.md"), Path.of("../api/STATUS.md"));
        Files.write(project.resolve("latin/STATUS.md"), new byte[] {'#', (byte) 0xe4});
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=A", "-c", "user.email=a@example.invalid", "commit", "-qm", "First");
        git("update-ref", "refs/lindy/goal/" + RUN, "HEAD");
        git("rm", "-rqf", "--cached", ".");
        Files.writeString(project.resolve("api/STATUS.md"), "other");
    }

    @Test
    void readsTheFilesOfTheBranchAndNotOfTheCheckout() {
        Map<String, ModuleStatus> found = read(RUN);

        assertThat(found.get("api/STATUS.md").blockers()).containsExactly("no key");
        assertThat(found.get("web/STATUS.md").health()).isEqualTo("RED");
        assertThat(found).doesNotContainKey("none/STATUS.md");
    }

    @Test
    void knowsNothingOfLinksAndOfWhatIsTooLargeOrNoText() {
        Map<String, ModuleStatus> found = read(RUN);

        for (String module : List.of("big", "link", "latin")) {
            assertThat(found.get(module + "/STATUS.md").health()).as(module).isEqualTo("UNKNOWN");
        }
    }

    @Test
    void isEmptyWithoutTheBranchOrARepository(@TempDir Path elsewhere) {
        assertThat(read(RunId.of("00000000"))).isEmpty();
        assertThat(GoalStatus.read(elsewhere, RUN, List.of("STATUS.md"), environment()))
                .isEmpty();
    }

    private Map<String, ModuleStatus> read(RunId run) {
        List<String> files = List.of(
                "link/STATUS.md",
                "api/STATUS.md",
                "none/STATUS.md",
                "web/STATUS.md",
                "big/STATUS.md",
                "latin/STATUS.md");
        return GoalStatus.read(project, run, files, environment());
    }

    private Map<String, String> environment() {
        return Map.of("PATH", System.getenv("PATH"), "HOME", repository.toString(), "GIT_CONFIG_NOSYSTEM", "1");
    }

    private void git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Finished finished = new ProcessRunner().run(ShortCommand.of(command, repository, environment()));
        assertThat(finished.isSuccess()).as(finished.stderr()).isTrue();
    }
}
