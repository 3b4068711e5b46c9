package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {

    private Cli cli;

    @BeforeEach
    void driftedProject(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        Files.createDirectories(cli.directory.resolve("api/src"));
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), """
                modules: [{name: api, path: api}, {name: web, path: web}]
                """);
        Files.writeString(cli.directory.resolve("ARCHITECTURE.md"), """
                ## Module Topology

                - **api/** (`api/`) → Python
                - **gone/** (`gone\u001b[2J/`)

                ## Layer Structure

                - **api/**: models → routes
                """);
        Files.writeString(cli.directory.resolve("api/src/models.py"), "x = 1\n".repeat(501));
    }

    @Test
    void tellsWhatHasDrifted() {
        Golden.check("scan", cli.run("scan").snapshot());
    }

    @Test
    void tellsProgramsWhatHasDrifted() {
        Golden.check("scan-json", cli.run("scan", "--json", "--module", "api").snapshot());
    }

    @Test
    void showsGradesOnly() {
        Golden.check("scan-grades", cli.run("scan", "--grade-only").snapshot());
    }

    @Test
    void failsOnWhatItIsToldTo() {
        assertThat(cli.run("scan", "--fail-on", "error").exitCode()).isEqualTo(1);
        assertThat(cli.run("scan", "--fail-on", "error", "--module", "web").exitCode())
                .isEqualTo(0);
        assertThat(cli.run("scan", "--fail-on", "warning", "--module", "web").exitCode())
                .isEqualTo(1);
    }

    @Test
    void refusesAModuleThatIsNotThere() {
        Cli.Result result = cli.run("scan", "--module", "ap");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no module `ap`").contains("did you mean `api`?");
    }
}
