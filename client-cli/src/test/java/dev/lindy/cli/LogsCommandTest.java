package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogsCommandTest {

    private static final String ENTRY =
            "{\"timestamp\": \"2026-11-01T10:00:00Z\", \"action\": \"%s\", \"result\": \"%s\", \"run_id\": \"%s\","
                    + " \"details\": {\"task_id\": %d, \"module\": \"%s\"}}\n";

    private Cli cli;
    private Path log;

    @BeforeEach
    void project(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        log = cli.directory.resolve(".orchestrator/logs/actions.jsonl");
        Files.createDirectories(log.getParent());
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), "project: {name: shop}\n");
        // the second one is of the original: without a run
        append("dispatch", "success", "1a2b3c4d", 1, "api");
        append("{\"timestamp\": \"2026-05-14T09:38:12\", \"action\": \"quality_gate\", \"result\": \"pass\"}\n");
        append("quality_gate", "fail", "1a2b3c4d", 2, "web");
        append("this line is not JSON\n");
        append("quality_gate", "fail", "99999999", 2, "web");
    }

    private void append(String action, String result, String run, int task, String module) throws IOException {
        append(ENTRY.formatted(action, result, run, task, module));
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String logs(String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "logs";
        System.arraycopy(options, 0, args, 1, options.length);
        return cli.run(args).out();
    }

    @Test
    void saysWhyALogCannotBeReadInsteadOfCallingItEmpty() throws IOException {
        Files.delete(log);
        Files.createDirectory(log);
        assertThat(cli.run("logs").err()).contains("could not read the action log", "it is no regular file");
        assertThat(cli.run("status").err()).contains("it is no regular file").doesNotContain("is empty");

        Files.delete(log);
        Files.createSymbolicLink(log, log.getFileName());
        assertThat(cli.run("logs", "--follow").err()).contains("a symbolic link in its path cannot be followed");
    }

    @Test
    void choosesEntries() {
        assertThat(logs().lines()).hasSize(5);
        assertThat(logs("--action", "quality_gate").lines()).hasSize(3);
        assertThat(logs("--action", "quality_gate", "--result", "fail").lines()).hasSize(2);
        assertThat(logs("--run", "1a2").lines()).hasSize(2);
        assertThat(logs("--task", "1").lines()).singleElement().asString().contains("dispatch");
        assertThat(logs("--module", "web", "--run", "9999").lines()).hasSize(1);
        assertThat(logs("--task", "7")).isEmpty();
    }

    @Test
    void countsTheEntriesThatItChose() {
        assertThat(logs("--action", "quality_gate", "-n", "2").lines())
                .hasSize(2)
                .allMatch(line -> line.contains("fail"));
        assertThat(cli.run("logs", "-n", "-1").exitCode()).isEqualTo(2);
    }

    @Test
    void followsUntilCtrlC() throws Exception {
        CompletableFuture<Cli.Result> logs =
                CompletableFuture.supplyAsync(() -> cli.run("logs", "-n", "1", "--follow", "--result", "fail"));

        await().until(cli::interrupt);

        Cli.Result result = logs.get(30, TimeUnit.SECONDS);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines()).hasSize(1);
    }
}
