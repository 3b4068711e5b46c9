package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Project configs, and projects around them, that nobody made in good faith. */
@Timeout(120)
class HostileConfigTest {

    private static final String GOOD = """
            project: {name: shop}
            modules: [{name: web, path: web}]
            dispatcher: {provider: scripted}
            """;

    private Cli cli;
    private Path outside;

    @BeforeEach
    void project(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        outside = Files.createDirectories(root.toRealPath().resolve("outside"));
        Files.createDirectories(cli.directory.resolve("web"));
        Files.writeString(cli.directory.resolve("plan.json"), """
                {"goal": "g", "tasks": [{"id": 1, "module": "root", "description": "d", "prompt": "p"}]}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modules: 7",
                "modules: [7, [], null]",
                "modules: [{name: [], path: {}}]",
                "modules: [{name: a, path: ../outside}, {name: b, path: /etc}, {name: c, path: ~/x}]",
                "modules: [{name: \"a\\0b\", path: \"a\\0b\"}]",
                "modules: [{name: \"a\\nb\", path: web}]",
                "modules: [{name: \"\\e[31m\", path: web}]",
                "project: {branch_prefix: \"../x\"}",
                "project: {branch_prefix: \"-x\"}",
                "project: {branch_prefix: \"a\\nb\"}",
                "project: {branch_prefix: \"x.lock\"}",
                "safety: {max_parallel: 99999999999999999999}",
                "safety: {max_parallel: .inf}",
                "qa_gates: {custom: [{name: g, command: \"true \\0\"}]}",
                "dispatcher: {provider: \"\\e]0;t\\a\"}",
                "a: &a [*a]",
                "!!java.net.URL [\"http://a\"]",
                "\t- x",
                "{{{{",
                "--- 1\n--- 2",
            })
    void areRefusedWithAllTheirProblems(String text) throws IOException {
        Harmless.check(dryRun(text.getBytes(StandardCharsets.UTF_8)), 3);
    }

    @Test
    void areUtf8OrRefused() throws IOException {
        Harmless.check(dryRun(GOOD.getBytes(StandardCharsets.UTF_16)), 3);
        Harmless.check(dryRun(new byte[] {'a', ':', (byte) 0xff, (byte) 0xfe}), 3);
    }

    @Test
    void mayBeginWithAByteOrderMark() throws IOException {
        Harmless.check(dryRun(("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_8)), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "[", "a: {", "? "})
    void areNotNestedWithoutEnd(String start) throws IOException {
        Harmless.check(dryRun(start.repeat(100_000).getBytes(StandardCharsets.UTF_8)), 3);
    }

    @Test
    void areNotReadWithoutEnd() throws IOException {
        Files.createSymbolicLink(cli.directory.resolve("zero"), Path.of("/dev/zero"));

        Harmless.check(cli.run("run", "--dry-run", "-c", "zero", "-p", "plan.json"), 3);
    }

    @Test
    void showTheirWarningsAsText() throws IOException {
        Harmless.check(dryRun((GOOD + "\"\\e[2J\\u202e\": 1\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", ".orchestrator", ".orchestrator/logs", ".orchestrator/runs", ".orchestrator/plans"})
    void areRefusedWhereALinkLeadsOutOfTheProject(String path) throws IOException {
        Path link = cli.directory.resolve(path);
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, outside);

        Cli.Result result = dryRun(GOOD.getBytes(StandardCharsets.UTF_8));

        Harmless.check(result, 3);
        assertThat(result.err()).contains("`" + path, "leads out of", "hint: ");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void areRefusedWhereOurFolderIsAFileOrALoop() throws IOException {
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), GOOD);
        Path own = cli.directory.resolve(".orchestrator");
        Files.deleteIfExists(own);
        Files.writeString(own, "a file");
        Cli.Result file = cli.run("status");
        Files.delete(own);
        Files.createSymbolicLink(own, Path.of(".orchestrator"));
        Cli.Result loop = cli.run("validate");

        Harmless.check(file, 3);
        assertThat(file.err()).contains("config error: `.orchestrator` is no folder");
        Harmless.check(loop, 3);
        assertThat(loop.err())
                .containsOnlyOnce("`.orchestrator` is a symbolic link that cannot be followed")
                .doesNotContain("orchestrator.yaml:");
    }

    @Test
    void readNoStatusFromOutside() throws IOException {
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), GOOD);
        Path secret = Files.writeString(outside.resolve("secret"), "## Blockers\n- the secret\n");
        Files.createSymbolicLink(cli.directory.resolve("web/STATUS.md"), secret);

        Cli.Result result = cli.run("status", "--json");

        Harmless.check(result, 0);
        assertThat(result.out()).contains("UNKNOWN", "unreadable").doesNotContain("the secret");
        assertThat(cli.run("status").err()).contains("STATUS.md of module `web`: the file ");
    }

    @Test
    void showAHostileStatusAsText() throws IOException {
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), GOOD);
        Files.writeString(cli.directory.resolve("web/STATUS.md"), """
                ## Meta
                | Key | Value |
                |---|---|
                | overall_health | \u001b[31mRED\u009b0m |
                | last_updated | \u202e<b>[bold]now[/bold]</b>\u0000 |

                ## Blockers
                - \u001b]8;;http://evil.example\u0007click\u001b]8;;\u0007
                """);

        Harmless.check(cli.run("status"), 0);
        Harmless.check(cli.run("status", "--json"), 0);
    }

    private Cli.Result dryRun(byte[] config) throws IOException {
        Files.write(cli.directory.resolve("orchestrator.yaml"), config);
        return cli.run("run", "--dry-run", "-p", "plan.json");
    }
}
