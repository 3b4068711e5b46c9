package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcCommandTest {

    private Cli cli;
    private Path session;

    @BeforeEach
    void oldProject(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        session = cli.directory.resolve(".orchestrator/sessions/aaaa1111.json");
        Files.createDirectories(session.getParent());
        Files.createDirectories(cli.directory.resolve("api"));
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), "modules: [{name: api, path: api}]\n");
        Files.writeString(
                session, "{\"goal\": \"g\", \"status\": \"paused\", \"started_at\": \"2026-05-14T09:31:02\"}");
        Path status = Files.writeString(cli.directory.resolve("api/STATUS.md"), "# Status\n");
        Files.setLastModifiedTime(status, FileTime.from(Cli.NOW.minus(Duration.ofDays(8))));
    }

    @Test
    void changesNothingUnlessTold() {
        Golden.check("gc", cli.run("gc").snapshot());

        assertThat(session).exists();
    }

    @Test
    void doesItWhenTold() {
        Golden.check("gc-apply", cli.run("gc", "--apply").snapshot());

        assertThat(session).doesNotExist();
        assertThat(session.resolveSibling("archive").resolve("aaaa1111.json")).exists();
    }

    @Test
    void tellsProgramsWhatItDid() {
        Golden.check("gc-json", cli.run("gc", "--apply", "--json").snapshot());
    }

    @Test
    void endsWithExitCodeOneWhereSomethingIsStillThere() throws IOException {
        Files.createDirectories(session.resolveSibling("archive"));
        Files.writeString(session.resolveSibling("archive").resolve("aaaa1111.json"), "earlier");

        Cli.Result result = cli.run("gc", "--apply");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("failed").contains("is there already");
        assertThat(result.err()).contains("cleaned up 0 things, 1 failed");
        assertThat(session).exists();
    }

    @Test
    void refusesNegativeAges() {
        Cli.Result result = cli.run("gc", "--branch-age", "-1");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("`--branch-age` must not be negative: -1");
    }
}
