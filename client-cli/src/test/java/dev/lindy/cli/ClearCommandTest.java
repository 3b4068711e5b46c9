package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClearCommandTest {

    private Cli cli;

    @BeforeEach
    void project(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        write("orchestrator.yaml", "modules: [{name: api, path: services/api}]\n");
        write(".orchestrator/logs/actions.jsonl", "{}\n");
        write("CLAUDE.md", "# Agents\n\nRead STATUS.md first.\n");
        write("ARCHITECTURE.md", "# Written by hand\n");
        write("docs/agents/protocol.md", "x\n");
        write("docs/guide.md", "mine\n");
        write("services/api/STATUS.md", "| overall_health | GREEN |\n");
        write("web/CLAUDE.md", "# Mine\n");
        write(".gitignore", "node_modules/\n# lindy-orchestrator\n.orchestrator/logs/\nmy-orchestrator/\n");
    }

    private Path write(String path, String text) throws IOException {
        Path file = cli.directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path file(String path) {
        return cli.directory.resolve(path);
    }

    @Test
    void movesWhatOnboardingMadeAndKeepsIt() {
        Cli.Result result = cli.run("clear", "--force");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        ".orchestrator", "orchestrator.yaml", "CLAUDE.md", "docs/agents", "services/api/STATUS.md");
        assertThat(result.err())
                .contains("kept `ARCHITECTURE.md`: onboarding does not seem to have made it", "kept `web/CLAUDE.md`");
        assertThat(file(".orchestrator")).doesNotExist();
        assertThat(file("services/api/STATUS.md")).doesNotExist();
        assertThat(file("docs/guide.md")).hasContent("mine\n");
        assertThat(file("ARCHITECTURE.md")).exists();
        Path kept = cli.state.resolve("cleared/20261101-101204-project");
        assertThat(kept.resolve("services/api/STATUS.md")).hasContent("| overall_health | GREEN |\n");
        assertThat(kept.resolve(".orchestrator/logs/actions.jsonl")).exists();
        assertThat(kept.resolve(".gitignore")).exists();
    }

    @Test
    void takesOnlyItsOwnLinesOutOfTheIgnoreFile() throws IOException {
        cli.run("clear", "-f");

        assertThat(Files.readAllLines(file(".gitignore"))).isEqualTo(List.of("node_modules/", "my-orchestrator/"));
    }

    @Test
    void leavesNoBlankLineOrEmptyFolderBehind() throws IOException {
        write(".gitignore", "node_modules/\n\n# lindy-orchestrator\n.orchestrator/logs/\n");
        Files.delete(file("docs/guide.md"));

        cli.run("clear", "-f");

        assertThat(Files.readString(file(".gitignore"))).isEqualTo("node_modules/\n");
        assertThat(file("docs")).doesNotExist();
    }

    @Test
    void takesAnIgnoreFileAwayThatHoldsNothingElse() throws IOException {
        write(".gitignore", "# lindy-orchestrator\n.orchestrator/logs/\n");

        cli.run("clear", "-f");

        assertThat(file(".gitignore")).doesNotExist();
    }

    @Test
    void changesNothingUnlessSomebodyAgrees() {
        Cli.Result result = cli.run("clear");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("nobody is there to agree").contains("hint: say `--force`");
        assertThat(file("orchestrator.yaml")).exists();
        assertThat(file(".orchestrator")).exists();
    }

    @Test
    void refusesWhileARunGoesOn() {
        Runs runs = new Runs(cli.state(), cli.directory);
        runs.start("1a2b3c4d", Runs.START);
        runs.header("1a2b3c4d", 9, RunStatus.PAUSED, null);

        Cli.Result result = cli.run("clear", "--force");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("run `1a2b3c4d` of this project is not over");
        assertThat(file("orchestrator.yaml")).exists();
    }

    @Test
    void movesLinksAndNotWhatTheyLeadTo(@TempDir Path outside) throws IOException {
        Path target = Files.writeString(outside.resolve("STATUS.md"), "| overall_health | RED |\n");
        Files.createSymbolicLink(file(".orchestrator/link"), outside);
        Files.createSymbolicLink(file("web/STATUS.md"), target);

        cli.run("clear", "--force");

        assertThat(target).exists();
        assertThat(file("web/STATUS.md")).exists();
    }

    @Test
    void saysThatThereIsNothing() {
        cli.run("clear", "--force");

        assertThat(cli.run("clear", "--force").err()).endsWith("nothing to clear\n");
    }
}
