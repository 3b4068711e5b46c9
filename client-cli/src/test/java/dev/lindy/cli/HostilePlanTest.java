package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plan files that nobody wrote in good faith. */
@Timeout(120)
class HostilePlanTest {

    private static final String PLAN = """
            {"goal": "g", "tasks": [{"id": 1, "module": "web", "description": "%s", "prompt": "p", "depends_on": []}]}
            """;

    private Cli cli;

    @BeforeEach
    void project(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        Files.createDirectories(cli.directory.resolve("web"));
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), """
                project: {name: shop}
                modules: [{name: web, path: web/}]
                dispatcher: {provider: scripted}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{}",
                "\"text\"",
                "{\"tasks\": null}",
                "{\"tasks\": {}}",
                "{\"tasks\": [null, 1, \"a\", [], {}]}",
                "{\"tasks\": [{\"id\": {}, \"module\": [], \"description\": {}, \"prompt\": [], \"depends_on\": 1}]}",
                "{\"tasks\": [{\"id\": 1e999, \"module\": true, \"qa_checks\": [[]], \"depends_on\": [[1]]}]}",
                "{\"tasks\": [{\"id\": -1, \"module\": \"../..\", \"description\": \"d\", \"prompt\": \"p\"}]}",
                "{\"tasks\": [{\"id\": 1, \"module\": \"\\u001b[31m\\u202e\", \"description\": \"d\", \"prompt\": \"p\"}]}",
                "{\"goal\": \"\\u0000\", \"tasks\": [{\"id\": \"\\u009b31m\"}]}",
                "{\"tasks\": [{\"id\": 1, \"id\": 2, \"\\u001b]0;t\\u0007\": 1}]}",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://a\"]]]]",
                "a: &a [*a]",
                "\u0000\u0001\u0002",
            })
    void areRefusedWithAllTheirProblems(String text) throws IOException {
        for (String name : new String[] {"plan.json", "plan.yaml"}) {
            Harmless.check(dryRun(name, text.getBytes(StandardCharsets.UTF_8)), 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void areUtf8OrRefused(String charset) throws IOException {
        Harmless.check(dryRun("plan.json", PLAN.getBytes(Charset.forName(charset))), 3);
    }

    @Test
    void mayBeginWithAByteOrderMark() throws IOException {
        Harmless.check(dryRun("plan.json", ("\ufeff" + PLAN.formatted("d")).getBytes(StandardCharsets.UTF_8)), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00 x", "x \\ud83d"})
    void holdNoHalfOfACharacter(String half) throws IOException {
        Cli.Result result = dryRun("plan.json", PLAN.formatted(half).getBytes(StandardCharsets.UTF_8));

        Harmless.check(result, 3);
        assertThat(result.err()).contains("half a character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"tasks\":[", "- ", "&a [", "? "})
    void areNotNestedWithoutEnd(String start) throws IOException {
        byte[] deep = start.repeat(100_000).getBytes(StandardCharsets.UTF_8);

        Harmless.check(dryRun("plan.json", deep), 3);
        Harmless.check(dryRun("plan.yaml", deep), 3);
    }

    @Test
    void areNoBombs() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d]\n"
                    .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
        }

        Harmless.check(dryRun("plan.yaml", bomb.toString().getBytes(StandardCharsets.UTF_8)), 3);
    }

    @Test
    void sayNoMoreThanAPersonReads() throws IOException {
        String many = "{\"tasks\":[" + "{\"id\":0,\"depends_on\":[0,0,0]},".repeat(60_000) + "null]}";

        Cli.Result result = dryRun("plan.json", many.getBytes(StandardCharsets.UTF_8));

        Harmless.check(result, 3);
        assertThat(result.err()).contains("more problems");
    }

    @Test
    void areNotReadWithoutEnd() throws IOException {
        Files.createSymbolicLink(cli.directory.resolve("plan.json"), Path.of("/dev/zero"));

        Cli.Result result = cli.run("run", "--dry-run", "-p", "plan.json");

        Harmless.check(result, 3);
        assertThat(result.err()).contains("larger than 8 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u001b[2J\\u001b]0;title\\u0007",
                "\\u009b31m red",
                "\\u202egnp.exe",
                "a\\nLindy-Task: task-9",
                "\\r\\rover",
                "[bold red]markup[/] <b>html</b> $(touch /tmp/x) `touch /tmp/x` ; rm -rf /",
            })
    void showTheirTitlesAsText(String title) throws IOException {
        Harmless.check(dryRun("plan.json", PLAN.formatted(title).getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Test
    void giveNoCommandANul() throws IOException {
        Cli.Result result = dryRun("plan.json", """
                {"goal": "g", "tasks": [{"id": 1, "module": "web", "description": "d", "prompt": "p",
                 "qa_checks": [{"gate": "command_check", "params": {"command": "true \\u0000"}},
                               {"gate": "command_check", "params": {"command": ["true", "\\u0000"]}}]}]}
                """.getBytes(StandardCharsets.UTF_8));

        Harmless.check(result, 3);
        assertThat(result.err()).contains("NUL");
    }

    private Cli.Result dryRun(String name, byte[] content) throws IOException {
        Files.write(cli.directory.resolve(name), content);
        return cli.run("run", "--dry-run", "-p", name);
    }
}
