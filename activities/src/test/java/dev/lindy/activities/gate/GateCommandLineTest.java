package dev.lindy.activities.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.project.config.GateCommand;
import dev.lindy.project.config.ResolvedGate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** W-45: the same rules for a line and for a list, whoever names the gate. */
class GateCommandLineTest {

    private static final Path PROJECT = Path.of("/work trees/shop");

    private static GateCommandLine fill(GateCommand command, String cwd, String... changed) {
        ResolvedGate gate = new ResolvedGate(
                "lint",
                "lint",
                ResolvedGate.Kind.COMMAND,
                command,
                cwd,
                Duration.ofSeconds(1),
                true,
                false,
                true,
                Map.of());
        return GateCommandLine.of(gate, PROJECT, PROJECT.resolve("api"), List.of(changed));
    }

    @Test
    void quotesThePlaceholdersOfALine() {
        GateCommandLine line =
                fill(GateCommand.ofLine("lint {changed_files} && ls {module_path}"), ".", "api/a b.py", "api/c.py");

        assertThat(line.arguments())
                .containsExactly("sh", "-c", "lint 'api/a b.py' api/c.py && ls '/work trees/shop/api'");
    }

    @Test
    void givesEachFileAsAnArgumentOfAList() {
        GateCommandLine line = fill(GateCommand.ofArguments(List.of("lint", "{changed_files}", "--")), ".", "a b", "c");

        assertThat(line.arguments()).containsExactly("lint", "a b", "c", "--");
    }

    @Test
    void namesFilesAsSeenFromTheFolderOfTheCommand() {
        GateCommandLine line = fill(
                GateCommand.ofArguments(List.of("lint", "{changed_files}")),
                "{module_path}",
                "api/app/a.py",
                "web/b.ts");

        assertThat(line.folder()).isEqualTo(PROJECT.resolve("api"));
        assertThat(line.arguments()).containsExactly("lint", "app/a.py", "../web/b.ts");
    }

    @Test
    void letsNoFileBeTakenForAnOption() {
        assertThat(fill(GateCommand.ofArguments(List.of("lint", "{changed_files}")), ".", "--fix.py")
                        .arguments())
                .containsExactly("lint", "./--fix.py");
    }

    /** W-46. */
    @Test
    void staysInsideOfTheProject() {
        assertThatThrownBy(() -> fill(GateCommand.ofLine("ls"), "../.."))
                .hasMessageContaining("wants to run outside of the project");
    }
}
