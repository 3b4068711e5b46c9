package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.run.RunStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a run that were torn, filled with garbage or replaced: no command breaks down, other runs are shown. */
@Timeout(120)
class HostileStateTest {

    private static final String RUN = "1a2b3c4d";
    private static final String OTHER = "5e6f7a8b";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("list"),
            List.of("list", "--json"),
            List.of("show", RUN),
            List.of("show", RUN, "--json"),
            List.of("status"),
            List.of("status", "--json"),
            List.of("report", RUN),
            List.of("logs"),
            List.of("retry", RUN, "1"),
            List.of("skip", RUN, "1"),
            List.of("pause", RUN),
            List.of("ps"));

    private Cli cli;
    private Runs runs;

    @BeforeEach
    void world(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        runs = new Runs(cli.state(), cli.directory);
        Files.createDirectories(cli.directory.resolve("web"));
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), """
                project: {name: shop}
                modules: [{name: web, path: web/}]
                dispatcher: {provider: scripted}
                """);
        for (String run : List.of(RUN, OTHER)) {
            runs.start(run, Runs.START);
            runs.header(run, 3, RunStatus.PAUSED, null);
            runs.task(run, Runs.passed());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".lindy/run.json",
                ".lindy/header.json",
                ".lindy/request.json",
                ".lindy/tasks/1.json",
                "report.md",
                "report.json"
            })
    void breakNoCommand(String name) throws IOException {
        Path file = runs.folder(RUN).root().resolve(name);
        String whole = Files.exists(file) ? Files.readString(file) : "{}";
        List<byte[]> contents = List.of(
                new byte[0],
                new byte[4096],
                "null".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                "[]".getBytes(StandardCharsets.UTF_8),
                "\u001b[31m\u009b".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0},
                "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                whole.substring(0, whole.length() / 2).getBytes(StandardCharsets.UTF_8),
                whole.replaceAll(":\"[^\"]*\"", ":[]").getBytes(StandardCharsets.UTF_8),
                whole.replaceAll(":\\d+", ":\"x\"").getBytes(StandardCharsets.UTF_8));
        for (byte[] content : contents) {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            for (List<String> command : COMMANDS) {
                Cli.Result result = cli.run(command.toArray(String[]::new));
                assertThat(result.exitCode())
                        .as("%s with %s: %s", command, new String(content, StandardCharsets.UTF_8), result.snapshot())
                        .isNotEqualTo(70);
                Harmless.check(result, 0, 1, 2, 3, 4, 5, 8);
            }
            assertThat(cli.run("list").out()).contains(OTHER);
        }
    }
}
